package read

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// refused reads what must not be read, and checks that the error is one sentence
// that names the file and says a way out.
func refused(t *testing.T, name string, data []byte, says string) {
	t.Helper()
	start := time.Now()
	d, err := sharedReader.Read(t.Context(), Source{Name: name, Data: data})
	var known *Error
	if !errors.As(err, &known) {
		t.Fatalf("%s: error %v and %d bytes of text, want an Error", name, err, len(d.Text))
	}
	if s := err.Error(); !strings.HasPrefix(s, name+" ") || !strings.Contains(s, says) || strings.Contains(s, "\n") {
		t.Errorf("%s: error %q, want one that says %q", name, s, says)
	}
	if d.Text != "" {
		t.Errorf("%s: text came with the error", name)
	}
	if took := time.Since(start); took > 40*time.Second {
		t.Errorf("%s: took %v", name, took)
	}
}

func TestRefused(t *testing.T) {
	pdf := makePDF(t, func(f *fpdf.Fpdf) { f.AddPage(); f.SetFont("Helvetica", "", 11); f.Text(20, 30, "They met.") })
	locked := makePDF(t, func(f *fpdf.Fpdf) {
		f.SetProtection(fpdf.CnProtectPrint, "secret", "owner")
		f.AddPage()
		f.SetFont("Helvetica", "", 11)
		f.Text(20, 30, "They met.")
	})
	pictures := makePDF(t, func(f *fpdf.Fpdf) { f.AddPage(); f.Rect(20, 20, 50, 50, "F") })
	docx := makeDOCX(t, wordParagraphXML(strings.Repeat("They met. ", 5000)))
	for _, c := range []struct {
		name, says string
		data       []byte
	}{
		{"empty.txt", "is empty", nil},
		{"empty.pdf", "is empty", nil},
		{"blank.docx", "is empty", []byte(" \r\n\t ")},
		{"binary.txt", "is not a document", []byte("text\x00\x01\x00\x00more")},
		{"photo.jpg", "is not a document", []byte("\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x00")},
		{"old.doc", "save it as .docx", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more")},
		{"letter.rtf", "save it as .docx", []byte(`{\rtf1 They met.}`)},
		{"cut.pdf", "damaged", pdf[:len(pdf)/3]},
		{"notes.pdf", "is no PDF", []byte("They met in Berlin.")},
		{"notes.docx", "is no DOCX", []byte("They met in Berlin.")},
		{"locked.pdf", "password", locked},
		{"scan.pdf", "run OCR", pictures},
		{"cut.docx", "damaged", docx[:len(docx)/2]},
		{"sheet.docx", "not a Word document", makeZip(t, "xl/workbook.xml", "<a/>")},
		{"half.docx", "not a Word document", makeZip(t, "word/other.xml", "<a/>")},
		{"bad.docx", "damaged", makeZip(t, "word/document.xml", "<w:document><w:body><w:p>")},
		{"blank.docx", "holds no text", makeDOCX(t, wordParagraphXML(" "))},
		{"laughs.docx", "damaged", makeZip(t, "word/document.xml", `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document><w:p><w:t>&b;</w:t></w:p></w:document>`)},
		{"deep.docx", "deeper", makeZip(t, "word/document.xml", strings.Repeat("<w:p>", 100_000))},
		{"bomb.docx", "unpacks to more", bomb(t, 200<<20)},
		{"page.html", "holds no text", []byte("<html><script>only()</script></html>")},
		{"note.eml", "is no e-mail", []byte("They met in Berlin.\n\nAnd left.")},
		{"parts.eml", "parts", makeMail(mailHeader+"Content-Type: multipart/mixed; boundary=b0", lines(30000, "--b%d\nContent-Type: multipart/mixed; boundary=b1\n\n"))},
		{"long.txt", "split it", bytes.Repeat([]byte("They met. "), 1<<20)},
		{"large.txt", "larger than 64 MiB", make([]byte, 64<<20+1)},
	} {
		t.Run(c.name, func(t *testing.T) { refused(t, c.name, c.data, c.says) })
	}
}

// bomb makes a small Word document that unpacks to n bytes.
func bomb(t *testing.T, n int) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	chunk := bytes.Repeat([]byte(" "), 1<<20)
	if _, err := w.Write([]byte("<w:document>")); err != nil {
		t.Fatal(err)
	}
	for range n >> 20 {
		if _, err := w.Write(chunk); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestHard reads what is out of the ordinary and yet has text.
func TestHard(t *testing.T) {
	pdf := makePDF(t, func(f *fpdf.Fpdf) { f.AddPage(); f.SetFont("Helvetica", "", 11); f.Text(20, 30, "They met.") })
	for _, c := range []struct {
		name, holds, format string
		data                []byte
	}{
		{"deep.html", "They met", HTML, []byte("<html>" + strings.Repeat("<div>", 100_000) + "They met.")},
		{"wide.html", "They met", HTML, []byte("<html>" + strings.Repeat("<b>x</b>", 500_000) + "They met.")},
		{"reopened.html", "They met", HTML, []byte("<html><p>" + lines(400, "<b i=%d>") + "</p>" + strings.Repeat("<p>x</p>", 100_000) + "They met.")},
		{"open.html", "They met", HTML, []byte("<html><p>They met.<table><tr><td>and <b>left")},
		{"attributes.html", "They met", HTML, []byte("<html><p " + strings.Repeat("a=b ", 200_000) + ">They met.")},
		{"comment.html", "They met", HTML, []byte("<html><p>They met.</p><!--" + strings.Repeat("-", 1<<20))},
		{"invalid.html", "They met", HTML, []byte("<html><meta charset=utf-8><p>They met\x00\xFF\xFE.")},
		{"report.txt", "They met.", PDF, pdf},
		{"report", "They met.", PDF, append([]byte("junk before\n"), pdf...)},
		{"page.txt", "They met.", HTML, []byte("<!DOCTYPE html><p>They met.")},
		{"word.zip", "They met.", DOCX, makeDOCX(t, wordParagraphXML("They met."))},
		{"notes", "They met.", Text, []byte("They met.")},
		{"brackets.md", "[[[", Markdown, []byte(strings.Repeat("[", 300_000))},
		{"stars.md", "They met", Markdown, []byte(strings.Repeat("*a **b ", 50_000) + "They met")},
		{"quotes.md", "They met", Markdown, []byte(strings.Repeat(">", 100_000) + " They met")},
		{"links.md", "a", Markdown, []byte(strings.Repeat("[a](", 50_000))},
		{"list.md", "They met", Markdown, []byte(lines(50_000, "%d. x\n") + "\nThey met")},
		{"line.txt", "word", Text, bytes.Repeat([]byte("word "), 1<<20)},
		{"cut.eml", "They met", EML, makeMail(mailHeader+"Content-Type: multipart/mixed; boundary=X", "--X\nContent-Type: text/plain\n\nThey met")},
		{"noboundary.eml", "They met", EML, makeMail(mailHeader+"Content-Type: multipart/mixed", "They met")},
		{"badencoding.eml", "They", EML, makeMail(mailHeader+"Content-Type: text/plain; charset=nonsense\nContent-Transfer-Encoding: quoted-printable", "They=ZZ met=")},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			d := mustRead(t, c.name, c.data)
			if !strings.Contains(d.Text, c.holds) || d.Format != c.format {
				t.Errorf("format %s, text %.200q", d.Format, d.Text)
			}
			if strings.ContainsAny(d.Text, "\x00\x01\x02") {
				t.Error("control characters came through")
			}
			if took := time.Since(start); took > 40*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestTruncatedAnywhere(t *testing.T) {
	whole := map[string][]byte{
		"a.docx": makeDOCX(t, wordParagraphXML("They met.")),
		"a.html": []byte(article(lakeParagraphs...)),
		"a.eml":  makeMail(mailHeader+"Content-Type: multipart/mixed; boundary=X", "--X\nContent-Type: text/html\n\n<p>They met.</p>\n--X--\n"),
		"a.md":   []byte("---\ntitle: x\n---\n# T\n\n| a | b |\n|--|--|\n| 1 | 2 |\n"),
	}
	for name, data := range whole {
		for i := 0; i < len(data); i += 1 + len(data)/150 {
			d, err := sharedReader.Read(t.Context(), Source{Name: name, Data: data[:i]})
			var known *Error
			if err != nil && !errors.As(err, &known) || err == nil && strings.TrimSpace(d.Text) == "" {
				t.Fatalf("%s cut at %d: %v, %+v", name, i, err, d)
			}
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, name := range []string{"a.html", "a.txt"} {
		_, err := sharedReader.Read(ctx, Source{Name: name, Data: []byte(article(lakeParagraphs...))})
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPDFEndsInTime(t *testing.T) {
	big := makePDF(t, func(f *fpdf.Fpdf) {
		f.SetFont("Helvetica", "", 6)
		for range 300 {
			f.AddPage()
			f.MultiCell(180, 2.4, strings.Repeat("They met and spoke of water. ", 150), "", "L", false)
		}
	})
	limits := DefaultLimits()
	limits.Time = 300 * time.Millisecond
	hurried := New(Options{Limits: limits, CacheDir: filepath.Join(os.TempDir(), "demarche-test-cache")})
	defer hurried.Close()
	if _, err := hurried.pdf.start(); err != nil { // the start is not what is measured
		t.Fatal(err)
	}
	start := time.Now()
	_, err := hurried.Read(t.Context(), Source{Name: "big.pdf", Data: big})
	if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "took longer") {
		t.Errorf("after %v: %v", time.Since(start), err)
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("ended after %v", took)
	}
	// The engine is as good as new for the next document.
	if d := mustRead(t, "small.pdf", makePDF(t, func(f *fpdf.Fpdf) { f.AddPage(); f.SetFont("Helvetica", "", 11); f.Text(20, 30, "They met.") })); d.Text != "They met." {
		t.Errorf("text is %q", d.Text)
	}
}

func TestTooManyPages(t *testing.T) {
	limits := DefaultLimits()
	limits.Pages = 2
	r := New(Options{Limits: limits, CacheDir: filepath.Join(os.TempDir(), "demarche-test-cache")})
	data := makePDF(t, func(f *fpdf.Fpdf) { f.AddPage(); f.AddPage(); f.AddPage() })
	if _, err := r.Read(t.Context(), Source{Name: "a.pdf", Data: data}); err == nil || !strings.Contains(err.Error(), "3 pages") {
		t.Errorf("got %v", err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if _, err := r.Read(t.Context(), Source{Name: "a.pdf", Data: data}); err == nil {
		t.Error("a closed reader reads PDF")
	}
}

func TestReadFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "note.txt")
	if err := os.WriteFile(path, []byte("They met."), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := ReadFile(path, DefaultLimits())
	if err != nil || s.Name != "note.txt" || string(s.Data) != "They met." {
		t.Errorf("got %q %q %v", s.Name, s.Data, err)
	}
	small := DefaultLimits()
	small.FileBytes = 3
	for says, call := range map[string]func() (Source, error){
		"is a folder":    func() (Source, error) { return ReadFile(folder, DefaultLimits()) },
		"does not exist": func() (Source, error) { return ReadFile(filepath.Join(folder, "none.txt"), DefaultLimits()) },
		"larger than":    func() (Source, error) { return ReadFile(path, small) },
	} {
		if _, err := call(); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("got %v, want an error that says %q", err, says)
		}
	}
	if runtime.GOOS == "linux" {
		if _, err := ReadFile("/dev/zero", DefaultLimits()); err == nil || !strings.Contains(err.Error(), "no regular file") {
			t.Errorf("a device: %v", err)
		}
	}
}

func TestExtensions(t *testing.T) {
	for _, e := range Extensions() {
		if f, ok := formatOfExtension(e); !ok || f.Label == "" {
			t.Errorf("%s has no format", e)
		}
	}
	if len(Extensions()) < 10 {
		t.Errorf("only %v", Extensions())
	}
}
