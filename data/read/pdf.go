package read

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"demarche/data/edtf"
)

// pdfEngine is PDFium in a WebAssembly sandbox without files or network, so
// that a hostile document can spoil no more than its own reading. It starts when
// the first PDF is read, and each document gets a fresh instance.
type pdfEngine struct {
	cacheDir string
	limits   Limits

	mu     sync.Mutex
	pool   pdfium.Pool
	cache  wazero.CompilationCache
	closed bool
}

func newPDFEngine(cacheDir string, l Limits) *pdfEngine {
	return &pdfEngine{cacheDir: cacheDir, limits: l}
}

func (e *pdfEngine) start() (pdfium.Pool, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return nil, errors.New("the PDF engine is closed")
	}
	if e.pool != nil {
		return e.pool, nil
	}
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(uint32(e.limits.Memory >> 16)).
		WithCloseOnContextDone(true)
	if cache := e.openCache(); cache != nil {
		e.cache = cache
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		MaxIdle: 1, MaxTotal: 2,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(),
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	e.pool = pool
	return pool, err
}

// openCache opens the compilation cache; a folder that cannot be written costs
// time at the next start and no more.
func (e *pdfEngine) openCache() wazero.CompilationCache {
	if e.cacheDir == "" {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(e.cacheDir, "pdf"))
	if err != nil {
		return nil
	}
	return cache
}

func (e *pdfEngine) close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.closed = true
	var errs []error
	if e.pool != nil {
		errs = append(errs, e.pool.Close())
		e.pool = nil
	}
	if e.cache != nil {
		errs = append(errs, e.cache.Close(context.Background()))
		e.cache = nil
	}
	return errors.Join(errs...)
}

func (e *pdfEngine) read(ctx context.Context, name string, data []byte) (Document, error) {
	pool, err := e.start()
	if err != nil {
		return Document{}, &Error{name, "was not read: the PDF reader does not start; save the file as .docx or .txt and import that", err}
	}
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return Document{}, err
	}
	// PDFium knows no context: when it ends, the instance is killed under it.
	stop := context.AfterFunc(ctx, func() { _ = instance.Kill() })
	d, err := readPDF(ctx, instance, name, data, e.limits)
	if stop() {
		_ = instance.Close() // its memory goes with it, whatever Close finds
	}
	if ctx.Err() != nil {
		return Document{}, ctx.Err()
	}
	return d, err
}

func readPDF(ctx context.Context, p pdfium.Pdfium, name string, data []byte, l Limits) (Document, error) {
	opened, err := p.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return Document{}, &Error{name, "is protected by a password; open it, save it without one and import that", err}
	case err != nil:
		return Document{}, err
	}
	count, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return Document{}, err
	}
	if count.PageCount > l.Pages {
		return Document{}, fault(name, "has %d pages, more than %d; split it and import the parts", count.PageCount, l.Pages)
	}
	pages := make([]pdfPage, 0, count.PageCount)
	left := l.TextBytes
	for i := range count.PageCount {
		page, err := readPage(ctx, p, opened.Document, i, &left)
		if errors.Is(err, pdferrors.ErrPage) {
			continue // a page that is broken by itself does not spoil the others
		}
		if err != nil {
			return Document{}, err
		}
		pages = append(pages, page)
	}
	d := Document{Text: clean(joinPages(pages))}
	if strings.IndexFunc(d.Text, unicode.IsLetter) < 0 {
		return Document{}, fault(name, "has no text, only pictures of pages; run OCR on it and import the result")
	}
	d.addMetadata(p, opened.Document)
	return d, nil
}

// readPage reads the lines of a page with their places, in the order in which
// the page draws them.
func readPage(ctx context.Context, p pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int, left *int64) (pdfPage, error) {
	var page pdfPage
	loaded, err := p.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: index})
	if err != nil {
		return page, errors.Join(pdferrors.ErrPage, err)
	}
	defer p.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	ref := requests.Page{ByReference: &loaded.Page}
	if h, err := p.FPDF_GetPageHeight(&requests.FPDF_GetPageHeight{Page: ref}); err == nil {
		page.height = h.Height
	}
	opened, err := p.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: ref})
	if err != nil {
		return page, errors.Join(pdferrors.ErrPage, err)
	}
	defer p.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: opened.TextPage})
	count, err := p.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: opened.TextPage})
	if err != nil {
		return page, err
	}
	if *left -= int64(count.Count); *left < 0 {
		return page, errTooLong
	}
	r := lineReader{p: p, text: opened.TextPage}
	for i := range count.Count {
		if i%1024 == 0 && ctx.Err() != nil {
			return page, ctx.Err()
		}
		if err := r.take(i); err != nil {
			return page, err
		}
	}
	r.endLine()
	page.lines = r.lines
	return page, nil
}

const softHyphen = '\u0002' // as PDFium marks it

type lineReader struct {
	p           pdfium.Pdfium
	text        references.FPDF_TEXTPAGE
	lines       []pdfLine
	line        []rune
	shows       bool
	first, last int // indexes of the first and last character that shows
	high        rune
}

func (r *lineReader) take(i int) error {
	got, err := r.p.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: r.text, Index: i})
	if err != nil {
		return err
	}
	c := rune(got.Unicode)
	switch {
	case c == '\n' || c == '\r':
		r.endLine()
		return nil
	case c == softHyphen || c == 0xFFFE:
		// PDFium puts it where it takes a hyphen for a soft one, and leaves out
		// the end of the line that follows.
		r.line = append(r.line, softHyphen)
		r.endLine()
		return nil
	case c == 0:
		return nil
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high = c
		return nil
	case r.high != 0:
		c, r.high = utf16.DecodeRune(r.high, c), 0
	}
	if !unicode.IsSpace(c) {
		if !r.shows {
			r.first, r.shows = i, true
		}
		r.last = i
	}
	r.line = append(r.line, c)
	return nil
}

func (r *lineReader) endLine() {
	s := strings.TrimSpace(string(r.line))
	r.line, r.shows = r.line[:0], false
	if s == "" {
		return
	}
	line := pdfLine{text: ligatures.Replace(s)}
	if b, err := r.p.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: r.text, Index: r.first}); err == nil {
		line.left, line.bottom = b.Left, b.Bottom
	}
	if b, err := r.p.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: r.text, Index: r.last}); err == nil {
		line.right = b.Right
	}
	if f, err := r.p.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: r.text, Index: r.first}); err == nil {
		line.size = f.FontSize
	}
	r.lines = append(r.lines, line)
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

// fileTitle tells titles that a program made up from the name of its file.
var fileTitle = regexp.MustCompile(`(?i)^(microsoft word\b.*|untitled.*|document\d*|.*\.(docx?|indd|odt|tex|dvi|rtf|pdf|html?|qxd|p65))$`)

func (d *Document) addMetadata(p pdfium.Pdfium, doc references.FPDF_DOCUMENT) {
	get := func(tag string) string {
		v, err := p.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: doc, Tag: tag})
		if err != nil {
			return ""
		}
		return field(v.Value)
	}
	if t := get("Title"); !fileTitle.MatchString(t) {
		d.Title = t
	}
	if d.Title == "" {
		d.Title = titleLine(d.Text)
	}
	d.Author = get("Author")
	if d.Published = readHeader(d.Text).Published; d.Published.IsZero() {
		d.Published = pdfDate(get("CreationDate"))
	}
}

// pdfDate reads a date of the PDF form D:YYYYMMDDHHmmSS (ISO 32000-1, 7.9.4).
// It says when the file was made, so it is uncertain as a day of publication.
func pdfDate(s string) edtf.Date {
	s = strings.TrimPrefix(s, "D:")
	if len(s) < 8 {
		return edtf.Date{}
	}
	t, err := time.Parse("20060102", s[:8])
	if err != nil || t.Year() < 1980 {
		return edtf.Date{}
	}
	return edtf.OfDay(t.Year(), int(t.Month()), t.Day()).With(edtf.Uncertain)
}
