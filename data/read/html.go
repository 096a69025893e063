package read

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"demarche/data/edtf"
)

// savedFrom is the comment that browsers put into a page that they save.
var savedFrom = regexp.MustCompile(`<!--\s*saved from url=\(\d+\)(\S+)\s*-->`)

// readHTML reads the article of a web page. address is where the page came
// from, if that is known from outside.
func readHTML(ctx context.Context, name string, data []byte, address string, l Limits) (Document, error) {
	page := decodeHTML(data)
	if m := savedFrom.FindStringSubmatch(page[:min(len(page), 4096)]); m != nil && address == "" {
		address = m[1]
	}
	root, err := parseHTML(ctx, page, l)
	if ctx.Err() != nil {
		return Document{}, ctx.Err()
	}
	if err != nil {
		// Too deep or too large for a tree: its text can still be had.
		d := Document{Text: clean(tokenText(page)), URL: address}
		return d, nil
	}
	whole := nodeText(bodyOf(root)) // before the search for the article changes the tree
	d := readArticle(root, address)
	if !standsIn(d.Text, whole) {
		d.Text = whole
	}
	if d.Title == "" {
		d.Title = elementText(root, "title")
	}
	if d.Language == "" {
		d.Language = attribute(findElement(root, "html"), "lang")
	}
	if d.Published.IsZero() {
		d.Published = readHeader(d.Text).Published
	}
	if d.URL == "" {
		d.URL = address
	}
	return d, nil
}

// readArticle asks go-trafilatura for the article of a news page; the paragraphs
// come from its content node, since its plain text runs them together.
func readArticle(root *html.Node, address string) Document {
	options := trafilatura.Options{
		EnableFallback:  true,
		ExcludeComments: true,
		// Only dates that the page declares: a date that is merely found in
		// the text may be one that the article speaks of.
		HtmlDateMode: trafilatura.Fast,
	}
	if u, err := url.Parse(address); err == nil && address != "" {
		options.OriginalURL = u
	}
	found, err := trafilatura.ExtractDocument(root, options)
	if err != nil || found == nil {
		return Document{}
	}
	m := found.Metadata
	d := Document{Title: m.Title, Author: m.Author, Publisher: m.Sitename, URL: m.URL, Language: m.Language}
	if d.Publisher == "" {
		d.Publisher = m.Hostname
	}
	if !m.Date.IsZero() {
		d.Published = edtf.OfDay(m.Date.Year(), int(m.Date.Month()), m.Date.Day())
	}
	d.Text = nodeText(found.ContentNode)
	return d
}

// standsIn reports whether article is a fair part of a page: where
// go-trafilatura finds no article, it gives back the words of the page run
// together, of which no sentence could be quoted.
func standsIn(article, whole string) bool {
	if countWords(article) < 25 {
		return false
	}
	flat := strings.Join(strings.Fields(whole), " ")
	paragraphs := strings.Split(article, "\n\n")
	step := len(paragraphs)/40 + 1 // a sample, so that a huge page is not searched for each
	var found, all int
	for i := 0; i < len(paragraphs); i += step {
		p := strings.TrimPrefix(strings.Join(strings.Fields(paragraphs[i]), " "), "- ")
		all += len(p)
		if strings.Contains(flat, p) {
			found += len(p)
		}
	}
	return found*10 >= all*6
}

// decodeHTML decodes a page as browsers do: by byte order mark, then by what
// its head declares, then as UTF-8 if it is valid, then as Windows-1252.
func decodeHTML(data []byte) string {
	enc, label, sure := charset.DetermineEncoding(data[:min(len(data), 1024)], "")
	if !sure && utf8.Valid(data) || label == "utf-8" {
		return strings.ToValidUTF8(string(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))), "\uFFFD")
	}
	if s, err := enc.NewDecoder().Bytes(data); err == nil {
		return string(s)
	}
	return strings.ToValidUTF8(string(data), "\uFFFD")
}

var errTooManyNodes = errors.New("too many elements")

// parseHTML parses a page of bounded size. html.Parse itself bounds the depth,
// but not how many elements it makes; and it stops early only when its reader
// does, so the reader watches ctx.
func parseHTML(ctx context.Context, page string, l Limits) (*html.Node, error) {
	if treeCost(page, l.Nodes) > l.Nodes {
		return nil, errTooManyNodes
	}
	return html.Parse(contextReader{ctx, strings.NewReader(page)})
}

type contextReader struct {
	ctx context.Context
	r   io.Reader
}

func (r contextReader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.r.Read(p)
}

var formattingElements = setOf("a b big code em font i nobr s small strike strong tt u")

// treeCost is an upper bound of the elements that a page becomes, counted until
// it passes stop. The HTML standard opens formatting elements that were left
// open again in each paragraph, so that a small page can become a tree of
// millions: each element counts with those that are open, of which the standard
// keeps three of a kind (HTML Living Standard, 13.2.4.3).
func treeCost(page string, stop int) int {
	z := html.NewTokenizer(strings.NewReader(page))
	open := map[string][]string{} // by name, the whole tags
	kinds := map[string]int{}
	cost, total := 0, 0
	for cost <= stop {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			return cost
		case html.StartTagToken:
			raw := string(z.Raw())
			name, _ := z.TagName()
			cost += 1 + total
			if formattingElements[string(name)] && kinds[raw] < 3 {
				open[string(name)] = append(open[string(name)], raw)
				kinds[raw]++
				total++
			}
		case html.EndTagToken:
			raw, _ := z.TagName()
			name := string(raw)
			if stack := open[name]; len(stack) > 0 {
				kinds[stack[len(stack)-1]]--
				open[name] = stack[:len(stack)-1]
				total--
			}
		default:
			cost++
		}
	}
	return cost
}

// tokenText is the text of a page that is too large or too deep for a tree.
func tokenText(page string) string {
	z := html.NewTokenizer(strings.NewReader(page))
	var b strings.Builder
	skip := ""
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if z.Err() != io.EOF {
				b.WriteByte('\n')
			}
			return b.String()
		}
		switch kind {
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			raw, _ := z.TagName()
			tag := string(raw)
			switch {
			case kind == html.StartTagToken && (tag == "script" || tag == "style" || tag == "title"):
				skip = tag
			case kind == html.EndTagToken && tag == skip:
				skip = ""
			}
			if isBlock(tag) {
				b.WriteString("\n\n")
			} else if tag == "br" {
				b.WriteByte('\n')
			}
		case html.TextToken:
			if skip == "" {
				b.WriteString(oneLine(string(z.Text())))
			}
		}
	}
}
