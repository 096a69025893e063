package read

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"
)

// sharedReader is one reader for all tests: the PDF engine takes seconds to
// start, and its compiled form is kept in the folder for temporary files.
var sharedReader *Reader

func TestMain(m *testing.M) {
	sharedReader = New(Options{CacheDir: filepath.Join(os.TempDir(), "demarche-test-cache")})
	code := m.Run()
	_ = sharedReader.Close()
	os.Exit(code)
}

func mustRead(t testing.TB, name string, data []byte) Document {
	t.Helper()
	d, err := sharedReader.Read(context.Background(), Source{Name: name, Data: data})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return d
}

// pages makes a PDF of the pages that draw fills.
func makePDF(t testing.TB, draw func(*fpdf.Fpdf)) []byte {
	t.Helper()
	f := fpdf.New("P", "mm", "A4", "")
	draw(f)
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// makeZip makes an archive of files, given as name, content, name, content …
func makeZip(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const wordSpace = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`

// makeDOCX makes a Word document of body, which is WordprocessingML.
func makeDOCX(t testing.TB, body string) []byte {
	t.Helper()
	return makeZip(t,
		"[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels", `<?xml version="1.0"?><Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document`+wordSpace+`><w:body>`+body+`</w:body></w:document>`,
		"docProps/core.xml", `<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Lake note</dc:title><dc:creator>Ann Roe</dc:creator><dcterms:created>2026-03-02T09:00:00Z</dcterms:created></cp:coreProperties>`,
	)
}

func wordParagraphXML(text string) string {
	return `<w:p><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

// article is a news page with what surrounds one.
func article(paragraphs ...string) string {
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Lake states meet - Lake Post</title>
<meta property="og:title" content="Lake states meet over water"><meta property="og:site_name" content="Lake Post">
<meta name="author" content="Ann Roe"><meta property="article:published_time" content="2026-03-03T08:00:00+01:00">
<link rel="canonical" href="https://example.org/lake/meet"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Lake states meet over water</h1><p>` + strings.Join(paragraphs, "</p>\n<p>") + `</p></article>
<aside><h3>Most read</h3><ul><li><a href="/1">Ten lakes to see</a></li></ul></aside>
<footer>Copyright Lake Post. Cookie settings.</footer><script>var tracked = "yes";</script></body></html>`
}

var lakeParagraphs = []string{
	"The five states around the lake met on Monday to settle who may take how much water from it, and ended the day without a text that all of them could sign, according to two people who took part in the session.",
	"Norland offered to open its sluices in the dry months if Sudland stops work on the new dam, an offer that Sudland’s envoy called a first step and no more, adding that a halt to building could not be talked about before spring.",
	"The chair, a retired judge from Westland, asked both to come back with figures by 20 March, and said that the fish do not wait for commissions to finish reading their reports about them in peace.",
}

func makeMail(header, body string) []byte {
	return []byte(strings.ReplaceAll(header+"\n\n"+body, "\n", "\r\n"))
}

func lines(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}
