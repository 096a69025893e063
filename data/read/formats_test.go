package read

import (
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"

	"demarche/data/edtf"
)

func TestHTMLArticle(t *testing.T) {
	d := mustRead(t, "meet.html", []byte(article(lakeParagraphs...)))
	if want := strings.Join(lakeParagraphs, "\n\n"); !strings.HasSuffix(d.Text, want) {
		t.Errorf("text is\n%s", d.Text)
	}
	for _, noise := range []string{"Home", "Cookie", "tracked", "Ten lakes"} {
		if strings.Contains(d.Text, noise) {
			t.Errorf("text holds %q, which is no part of the article", noise)
		}
	}
	if d.Title != "Lake states meet over water" || d.Publisher != "Lake Post" || d.Author != "Ann Roe" || d.URL != "https://example.org/lake/meet" || d.Language != "en" || d.Format != HTML {
		t.Errorf("got %q %q %q %q %q %q", d.Title, d.Publisher, d.Author, d.URL, d.Language, d.Format)
	}
	if d.Published != edtf.OfDay(2026, 3, 3) {
		t.Errorf("published %v", d.Published)
	}
}

func TestHTMLWithoutArticle(t *testing.T) {
	d := mustRead(t, "note.html", []byte(`<html><body>Short note.<ul><li>One<li><p>Two</p><p>more</p></ul><table><tr><td>a<td>b</tr></table><pre>x
y</pre>a<br>b <span style="display: none">secret</span></body></html>`))
	for _, want := range []string{"Short note.", "- One", "- Two", "a | b", "x\ny", "a\nb"} {
		if !strings.Contains(d.Text, want) {
			t.Errorf("%q is missing in\n%s", want, d.Text)
		}
	}
	if strings.Contains(d.Text, "secret") || !d.Published.IsZero() {
		t.Errorf("hidden text or a date came out: %q, %v", d.Text, d.Published)
	}
}

func TestHTMLEncodings(t *testing.T) {
	for name, c := range map[string]struct{ page string }{
		"declared Windows-1252": {"<html><head><meta charset=windows-1252></head><body>Z\xFCrich \x93talks\x94</body></html>"},
		"undeclared single":     {"<html><body>Z\xFCrich \x93talks\x94</body></html>"},
		"declared UTF-8":        {"<html><head><meta charset=utf-8></head><body>Zürich “talks”</body></html>"},
		"undeclared UTF-8":      {"<html><body>Zürich “talks”</body></html>"},
	} {
		if d := mustRead(t, "a.html", []byte(c.page)); d.Text != "Zürich “talks”" {
			t.Errorf("%s: %q", name, d.Text)
		}
	}
}

func TestMarkdown(t *testing.T) {
	d := mustRead(t, "note.md", []byte("---\ntitle: \"Lake: the talks\"\ndate: 2026-03-02\nauthor: Ann Roe\nsource: Lake Post\n---\n# Talks\n\nFirst *line*\nand [second](http://x.org) &amp; \\*more\\*.\n\n- one\n- two\n  - inner\n\n3. three\n4. four\n\n> quoted\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```\ncode `x`\n```\n<script>bad()</script>\n"))
	want := "Talks\n\nFirst line and second & *more*.\n\n- one\n- two\n- inner\n\n3. three\n4. four\n\nquoted\n\nA | B\n1 | 2\n\ncode `x`"
	if d.Text != want {
		t.Errorf("text is %q, want %q", d.Text, want)
	}
	if d.Title != "Lake: the talks" || d.Author != "Ann Roe" || d.Publisher != "Lake Post" || d.Published != edtf.OfDay(2026, 3, 2) || d.Format != Markdown {
		t.Errorf("got %+v", d)
	}
	if d := mustRead(t, "note.md", []byte("# The *lake* talks #\n\nText.")); d.Title != "The lake talks" {
		t.Errorf("title %q", d.Title)
	}
}

func TestDOCX(t *testing.T) {
	d := mustRead(t, "note.docx", makeDOCX(t,
		`<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Talks</w:t></w:r></w:p>`+
			`<w:p><w:r><w:t>They </w:t></w:r><w:ins><w:r><w:t>now </w:t></w:r></w:ins><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:r><w:t>agree &amp; sign</w:t><w:br/><w:t>at once.</w:t></w:r></w:p>`+
			`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t>water</w:t></w:r></w:p>`+
			`<w:tbl><w:tr><w:tc>`+wordParagraphXML("State")+`</w:tc><w:tc>`+wordParagraphXML("Share")+`</w:tc></w:tr><w:tr><w:tc>`+wordParagraphXML("Norland")+`</w:tc><w:tc>`+wordParagraphXML("1")+wordParagraphXML("2")+`</w:tc></w:tr></w:tbl>`+
			`<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>once</w:t></mc:Choice><mc:Fallback><w:t>once</w:t></mc:Fallback></mc:AlternateContent><w:instrText>PAGE</w:instrText></w:r></w:p>`))
	want := "Talks\n\nThey now agree & sign\nat once.\n\n- water\n\nState | Share\nNorland | 1 2\n\nonce"
	if d.Text != want {
		t.Errorf("text is %q, want %q", d.Text, want)
	}
	if d.Title != "Lake note" || d.Author != "Ann Roe" || d.Published != edtf.OfDay(2026, 3, 2).With(edtf.Uncertain) || d.Format != DOCX {
		t.Errorf("got %+v", d)
	}
}

func TestDOCXNotesStandAtTheEnd(t *testing.T) {
	notes := `<w:footnotes` + wordSpace + `><w:footnote><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote>` + wordParagraphXML(" Signed in 1996.") + `</w:footnote></w:footnotes>`
	d := mustRead(t, "n.docx", makeZip(t, "word/document.xml", `<w:document`+wordSpace+`><w:body>`+wordParagraphXML("They cite the treaty.")+`</w:body></w:document>`, "word/footnotes.xml", notes))
	if want := "They cite the treaty.\n\nSigned in 1996."; d.Text != want {
		t.Errorf("text is %q, want %q", d.Text, want)
	}
}

const mailHeader = "From: =?utf-8?q?Ann_R=C3=B6e?= <ann@example.org>\nTo: desk@example.org\nSubject: =?utf-8?b?TGFrZSDigJMgdGFsa3M=?=\nDate: Mon, 2 Mar 2026 23:30:00 -0500\nMIME-Version: 1.0\n"

func TestMail(t *testing.T) {
	d := mustRead(t, "m.eml", makeMail(mailHeader+"Content-Type: multipart/mixed; boundary=X", "--X\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nThey met in Z=FCrich.\n\n--X\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"draft.pdf\"\n\nxx\n--X--\n"))
	if want := "They met in Zürich.\n\nAttachments: draft.pdf"; d.Text != want {
		t.Errorf("text is %q", d.Text)
	}
	if d.Title != "Lake – talks" || d.Author != "Ann Röe" || d.Published != edtf.OfDay(2026, 3, 2) || d.Format != EML {
		t.Errorf("got %+v", d)
	}
	d = mustRead(t, "m.eml", makeMail(mailHeader+"Content-Type: text/html; charset=utf-8", "<p>One.</p><table><tr><td><p>Two.</p></td><td><p>Three.</p></td></tr></table>"))
	if d.Text != "One.\n\nTwo.\n\nThree." {
		t.Errorf("text is %q", d.Text)
	}
}

func TestSavedPage(t *testing.T) {
	d := mustRead(t, "saved.mhtml", makeMail("From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/lake/meet\nSubject: Lake\nDate: Mon, 9 Mar 2026 10:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=X",
		"--X\nContent-Type: text/html; charset=utf-8\n\n"+article(lakeParagraphs...)+"\n--X--\n"))
	if d.Published != edtf.OfDay(2026, 3, 3) || d.Format != HTML || d.URL != "https://example.org/lake/meet" || !strings.Contains(d.Text, lakeParagraphs[1]) {
		t.Errorf("got %+v", d)
	}
}

func TestPDF(t *testing.T) {
	long := "Norland would open its sluices in the dry months if the work on the new dam stopped at once, and the long-term share of each state would be set by a commission that the five would name together. "
	d := mustRead(t, "report.pdf", makePDF(t, func(f *fpdf.Fpdf) {
		f.SetTitle("Lake report", true)
		f.SetAuthor("Ann Roe", true)
		f.SetHeaderFunc(func() {
			f.SetFont("Helvetica", "", 9)
			f.SetXY(20, 8)
			f.Cell(0, 5, "Lake Commission - Report")
			f.SetY(25)
		})
		f.SetFooterFunc(func() {
			f.SetFont("Helvetica", "", 9)
			f.SetY(-15)
			f.Cell(0, 5, "Page "+string(rune('0'+f.PageNo())))
		})
		for range 2 {
			f.AddPage()
			f.SetFont("Helvetica", "B", 16)
			f.MultiCell(120, 8, "What was offered", "", "L", false)
			f.Ln(4)
			f.SetFont("Helvetica", "", 11)
			f.MultiCell(120, 5, strings.TrimSpace(long), "", "L", false)
			f.Ln(4)
			f.MultiCell(120, 5, "The other side wants a ceasefire first and nego-\ntiations after that, said a person close to the long-\nterm planning.", "", "L", false)
		}
	}))
	one := "What was offered\n\n" + strings.TrimSpace(long) + "\n\nThe other side wants a ceasefire first and negotiations after that, said a person close to the long-term planning."
	if want := one + "\n\n" + one; d.Text != want {
		t.Errorf("text is\n%q\nwant\n%q", d.Text, want)
	}
	if d.Title != "Lake report" || d.Author != "Ann Roe" || d.Format != PDF || !d.Published.Doubtful() {
		t.Errorf("got %q by %q, %v", d.Title, d.Author, d.Published)
	}
}

func TestPDFParagraphOverPages(t *testing.T) {
	d := mustRead(t, "two.pdf", makePDF(t, func(f *fpdf.Fpdf) {
		f.SetFont("Helvetica", "", 11)
		f.AddPage()
		f.Text(20, 200, "The states agreed that the water of the lake")
		f.AddPage()
		f.Text(20, 30, "belongs to all of them.")
	}))
	if want := "The states agreed that the water of the lake belongs to all of them."; d.Text != want {
		t.Errorf("text is %q", d.Text)
	}
}

func TestPDFLinesBecomeParagraphs(t *testing.T) {
	line := func(text string, left, right, bottom, size float64) pdfLine {
		return pdfLine{text, left, right, bottom, size}
	}
	for name, c := range map[string]struct {
		lines []pdfLine
		want  string
	}{
		"a gap":         {[]pdfLine{line("One goes", 70, 500, 700, 11), line("on", 70, 100, 686, 11), line("Two", 70, 500, 655, 11)}, "One goes on\n\nTwo"},
		"an indent":     {[]pdfLine{line("It ends here.", 70, 500, 700, 11), line("New one", 90, 500, 686, 11)}, "It ends here.\n\nNew one"},
		"a short line":  {[]pdfLine{line("A full line of", 70, 500, 714, 11), line("it.", 70, 90, 700, 11), line("New one", 70, 500, 686, 11)}, "A full line of it.\n\nNew one"},
		"full line":     {[]pdfLine{line("It goes to the edge.", 70, 500, 700, 11), line("Same one", 70, 500, 686, 11)}, "It goes to the edge. Same one"},
		"soft hyphen":   {[]pdfLine{line("nego\u0002", 70, 500, 700, 11), line("tiate", 70, 500, 686, 11)}, "negotiate"},
		"real hyphen":   {[]pdfLine{line("the Lviv-", 70, 500, 700, 11), line("Warsaw road", 70, 500, 686, 11)}, "the Lviv-Warsaw road"},
		"one row":       {[]pdfLine{line("left", 70, 90, 700, 11), line("right", 200, 500, 700, 11)}, "left right"},
		"heading":       {[]pdfLine{line("Big", 70, 200, 700, 16), line("small", 70, 500, 684, 11)}, "Big\n\nsmall"},
		"items":         {[]pdfLine{line("We want", 70, 500, 700, 11), line("• peace", 70, 500, 686, 11), line("• water", 70, 500, 672, 11)}, "We want\n\n• peace\n\n• water"},
		"next column":   {[]pdfLine{line("and the long line goes to", 70, 280, 100, 11), line("Norland too", 310, 500, 700, 11)}, "and the long line goes to Norland too"},
		"next column 2": {[]pdfLine{line("It ended.", 70, 280, 100, 11), line("Norland too", 310, 500, 700, 11)}, "It ended.\n\nNorland too"},
	} {
		if got := clean(joinPages([]pdfPage{{lines: c.lines}})); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
