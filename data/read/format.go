package read

import (
	"bytes"
	"path"
	"slices"
	"strings"
)

// Names of formats, as data.Document keeps them.
const (
	Text     = "txt"
	Markdown = "md"
	HTML     = "html"
	PDF      = "pdf"
	DOCX     = "docx"
	EML      = "eml"
	Pasted   = "pasted"
)

// Format is a kind of source that can be read.
type Format struct {
	Name       string   // as Document.Format gives it
	Label      string   // for a file dialog: "Word document"
	Extensions []string // with their dot, lower case; none for pasted text
	mime       bool     // a page wrapped into a MIME message (.mhtml)
}

// Formats lists what can be read.
func Formats() []Format {
	return []Format{
		{Name: Text, Label: "Plain text", Extensions: []string{".txt", ".text"}},
		{Name: Markdown, Label: "Markdown", Extensions: []string{".md", ".markdown"}},
		{Name: HTML, Label: "Web page", Extensions: []string{".html", ".htm", ".xhtml"}},
		{Name: HTML, Label: "Saved web page", Extensions: []string{".mhtml", ".mht"}, mime: true},
		{Name: PDF, Label: "PDF", Extensions: []string{".pdf"}},
		{Name: DOCX, Label: "Word document", Extensions: []string{".docx"}},
		{Name: EML, Label: "E-mail", Extensions: []string{".eml"}},
		{Name: Pasted, Label: "Pasted text"},
	}
}

// Extensions lists every file extension that can be read, with its dot.
func Extensions() []string {
	var all []string
	for _, f := range Formats() {
		all = append(all, f.Extensions...)
	}
	return all
}

func formatNames() string { return "txt, md, html, pdf, docx and eml" }

func formatNamed(name string) (Format, bool) {
	i := slices.IndexFunc(Formats(), func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return Formats()[i], true
}

func formatOfExtension(ext string) (Format, bool) {
	i := slices.IndexFunc(Formats(), func(f Format) bool { return slices.Contains(f.Extensions, ext) })
	if i < 0 {
		return Format{}, false
	}
	return Formats()[i], true
}

// detect tells the format: what the caller says, else what the first bytes
// prove, else the extension. Content goes first because files are often named
// wrongly, and a reader that is fed the wrong bytes can only report damage.
func detect(name string, src Source) (Format, error) {
	if len(bytes.TrimSpace(src.Data)) == 0 {
		return Format{}, fault(name, "is empty; choose a file that holds text")
	}
	if src.Format != "" {
		f, ok := formatNamed(src.Format)
		if !ok {
			return f, fault(name, "has the format %q, which Demarche does not read; use one of %s", src.Format, formatNames())
		}
		return f, nil
	}
	if f, ok, err := byContent(name, src.Data); ok || err != nil {
		return f, err
	}
	ext := strings.ToLower(path.Ext(name))
	f, known := formatOfExtension(ext)
	switch {
	case known && (f.Name == PDF || f.Name == DOCX):
		return f, fault(name, "is no %s file, though its name says so, or it is damaged; save it anew and import that", strings.ToUpper(f.Name))
	case isBinary(src.Data):
		return f, fault(name, "is not a document that Demarche reads; it reads %s", formatNames())
	case known:
		return f, nil
	}
	f, _ = formatNamed(Text)
	return f, nil
}

func byContent(name string, data []byte) (f Format, ok bool, err error) {
	head := data[:min(len(data), 1024)]
	switch {
	case bytes.Contains(head, []byte("%PDF-")):
		f, ok = formatNamed(PDF)
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		if !bytes.Contains(data, []byte("word/")) {
			return f, false, fault(name, "is an archive, not a Word document; unpack it and import the files in it")
		}
		f, ok = formatNamed(DOCX)
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		// An OLE container: the old .doc, or a .docx that is encrypted.
		return f, false, fault(name, "is an old or a protected Word document; save it as .docx without a password and import that")
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return f, false, fault(name, "is a rich text file; save it as .docx or .txt and import that")
	case looksLikeHTML(head):
		f, ok = formatNamed(HTML)
	}
	return f, ok, nil
}

func looksLikeHTML(head []byte) bool {
	s := strings.ToLower(strings.TrimLeft(string(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))), " \t\r\n"))
	return strings.HasPrefix(s, "<!doctype html") || strings.HasPrefix(s, "<html") ||
		strings.HasPrefix(s, "<?xml") && strings.Contains(s, "<html")
}

// isBinary reports whether data holds NUL bytes without being UTF-16.
func isBinary(data []byte) bool {
	return bytes.IndexByte(data, 0) >= 0 && utf16Order(data) == nil
}
