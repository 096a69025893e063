package read

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"codeberg.org/go-pdf/fpdf"
)

// fuzzRead feeds anything to the reader of one format: either text comes out
// that can be shown and quoted, or an Error that names the file.
func fuzzRead(f *testing.F, name, format string, seeds ...[]byte) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw []byte) { holds(t, name, format, raw) })
}

func holds(t *testing.T, name, format string, raw []byte) {
	t.Helper()
	d, err := sharedReader.Read(t.Context(), Source{Name: name, Format: format, Data: raw})
	if err != nil {
		var known *Error
		if !errors.As(err, &known) || strings.Contains(err.Error(), "gave up") || strings.Contains(err.Error(), "\n") {
			t.Fatalf("error %q", err)
		}
		if cause := known.Unwrap(); cause != nil && strings.Contains(cause.Error(), "gave up") {
			t.Fatalf("a reader panicked: %v", cause)
		}
		return
	}
	if !utf8.ValidString(d.Text) || strings.TrimSpace(d.Text) == "" || d.Words < 0 {
		t.Fatalf("text %q", d.Text)
	}
	for _, s := range []string{d.Title, d.Author, d.Publisher, d.Language, d.URL} {
		if strings.ContainsAny(s, "\n\x00") || !utf8.ValidString(s) {
			t.Fatalf("field %q", s)
		}
	}
}

func FuzzText(f *testing.F) {
	fuzzRead(f, "a.txt", Text, []byte("Talks\n\nBERLIN, 16 December 2025 (Agency) — They met."),
		[]byte("By Ann Roe\nPublished: Dec. 16, 2025\n\nZ\xFCrich"), []byte("\xFF\xFEa\x00b\x00"), []byte(" , 1 May 2020 - x"))
}

func FuzzMarkdown(f *testing.F) {
	fuzzRead(f, "a.md", Markdown, []byte("---\ntitle: x\ndate: 2025-12-16\n---\n# T\n- a\n  1. b\n\n| a | b |\n|--|--|\n| 1 | 2 |\n> q\n<b>x</b> &amp; [l](u) ~~s~~\n"))
}

func FuzzHTML(f *testing.F) {
	fuzzRead(f, "a.html", HTML, []byte(article(lakeParagraphs...)), []byte("<ul><li><p>a<table><tr><td>b<td><p>c</table><pre>x\n</pre>"),
		[]byte("<meta charset=utf-16><svg><style><p>a</p>"), []byte(`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-02"}</script><p>a`))
}

func FuzzMail(f *testing.F) {
	fuzzRead(f, "a.eml", EML, makeMail(mailHeader+"Content-Type: multipart/alternative; boundary=X", "--X\nContent-Type: text/html\n\n<p>a</p>\n--X\nContent-Type: text/plain; charset=utf-7\n\nb+AOQ-\n--X--\n"),
		makeMail(mailHeader+"Content-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: base64", "VGhleSBtZXQu"))
}

func FuzzDOCX(f *testing.F) { fuzzRead(f, "a.docx", DOCX, makeDOCX(f, wordParagraphXML("They met."))) }

// FuzzDOCXBody reaches past the archive, whose checksums few mutations survive.
func FuzzDOCXBody(f *testing.F) {
	f.Add(`<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>a</w:t><w:br/></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`)
	f.Add(`</w:p></w:tr><w:del><w:t>x</w:t></w:del><w:tc>`)
	f.Fuzz(func(t *testing.T, body string) { holds(t, "a.docx", DOCX, makeDOCX(t, body)) })
}

func FuzzPDF(f *testing.F) {
	fuzzRead(f, "a.pdf", PDF, makePDF(f, func(p *fpdf.Fpdf) {
		p.SetCompression(false)
		p.AddPage()
		p.SetFont("Helvetica", "", 11)
		p.MultiCell(60, 5, "They met and nego-\ntiated. They left.", "", "L", false)
	}))
}

// FuzzJoinPages joins lines at any place.
func FuzzJoinPages(f *testing.F) {
	f.Add("One line\nnego-\ntiate. • x\n12", 70.0, 500.0, 700.0, 11.0)
	f.Fuzz(func(t *testing.T, text string, left, right, bottom, size float64) {
		var page pdfPage
		page.height = 842
		for i, s := range strings.Split(text, "\n") {
			page.lines = append(page.lines, pdfLine{s, left, right, bottom - float64(i)*size*1.2, size})
		}
		got := clean(joinPages([]pdfPage{page, page}))
		if !utf8.ValidString(got) || len(got) > 8*len(text)+16 {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

func BenchmarkText(b *testing.B) { bench(b, "a.txt", []byte(strings.Join(lakeParagraphs, "\n\n"))) }
func BenchmarkMarkdown(b *testing.B) {
	bench(b, "a.md", []byte("# T\n\n"+strings.Join(lakeParagraphs, "\n\n")))
}
func BenchmarkHTML(b *testing.B) { bench(b, "a.html", []byte(article(lakeParagraphs...))) }
func BenchmarkDOCX(b *testing.B) {
	bench(b, "a.docx", makeDOCX(b, wordParagraphXML(strings.Join(lakeParagraphs, " "))))
}
func BenchmarkMail(b *testing.B) {
	bench(b, "a.eml", makeMail(mailHeader+"Content-Type: text/plain; charset=utf-8", strings.Join(lakeParagraphs, "\n\n")))
}
func BenchmarkPDF(b *testing.B) {
	bench(b, "a.pdf", makePDF(b, func(f *fpdf.Fpdf) {
		f.AddPage()
		f.SetFont("Helvetica", "", 11)
		f.MultiCell(120, 5, strings.ReplaceAll(strings.Join(lakeParagraphs, "\n\n"), "’", "'"), "", "L", false)
	}))
}

func bench(b *testing.B, name string, data []byte) {
	mustRead(b, name, data)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		mustRead(b, name, data)
	}
}
