package read

import (
	"bytes"
	"context"
	"net/mail"
	"strings"

	"github.com/jhillyerd/enmime/v2"

	"demarche/data/edtf"
)

// readMail reads an e-mail, or a web page that a browser saved as one message
// (MHTML). The day of publication is the day in the sender's own time zone.
func readMail(ctx context.Context, name string, data []byte, l Limits) (Document, error) {
	if !hasMailHeader(data) {
		return Document{}, fault(name, "is no e-mail: it has no header with From, Subject or Date; save the message anew as .eml")
	}
	if parts := bytes.Count(bytes.ToLower(data), []byte("content-type:")); parts > l.Entries {
		return Document{}, fault(name, "has more than %d parts; import the parts that you need", l.Entries)
	}
	if nested := bytes.Count(bytes.ToLower(data), []byte("boundary=")); nested > l.Depth {
		return Document{}, fault(name, "has more than %d parts within parts; import the parts that you need", l.Depth)
	}
	parser := enmime.NewParser(enmime.MaxStoredPartErrors(20), enmime.SkipMalformedParts(true),
		enmime.DisableTextConversion(true), enmime.MultipartWOBoundaryAsSinglePart(true))
	env, err := parser.ReadEnvelope(bytes.NewReader(data))
	if err != nil {
		return Document{}, err
	}
	if err := ctx.Err(); err != nil {
		return Document{}, err
	}
	if saved := env.GetHeader("Snapshot-Content-Location"); saved != "" || isSavedPage(env) {
		if saved == "" {
			saved = env.GetHeader("Content-Location")
		}
		return readSavedPage(ctx, name, env, saved, l)
	}
	d := Document{Title: env.GetHeader("Subject"), Author: sender(env)}
	if when, err := mail.ParseDate(env.GetHeader("Date")); err == nil {
		d.Published = edtf.OfDay(when.Year(), int(when.Month()), when.Day())
	}
	d.Text = mailText(ctx, env, l)
	if files := attachments(env); files != "" && d.Text != "" {
		d.Text += "\n\n" + files
	}
	return d, nil
}

// isSavedPage tells a web page in a message from an e-mail: nobody is the
// receiver, and the page is the only text.
func isSavedPage(env *enmime.Envelope) bool {
	return env.GetHeader("To") == "" && env.HTML != "" && strings.TrimSpace(env.Text) == "" &&
		strings.HasPrefix(strings.ToLower(env.GetHeader("Content-Type")), "multipart/related")
}

func readSavedPage(ctx context.Context, name string, env *enmime.Envelope, address string, l Limits) (Document, error) {
	d, err := readHTML(ctx, name, []byte(`<meta charset="utf-8">`+env.HTML), webAddress(address), l)
	if err == nil && d.Title == "" {
		d.Title = env.GetHeader("Subject")
	}
	return d, err
}

func mailText(ctx context.Context, env *enmime.Envelope, l Limits) string {
	if strings.TrimSpace(env.Text) != "" {
		return clean(env.Text)
	}
	if env.HTML == "" {
		return rawText(env.Root)
	}
	root, err := parseHTML(ctx, env.HTML, l)
	if err != nil {
		return clean(tokenText(env.HTML))
	}
	return nodeText(bodyOf(root))
}

// rawText is the body of a message whose parts cannot be told apart.
func rawText(root *enmime.Part) string {
	if root == nil || root.FirstChild != nil || isBinary(root.Content) || !strings.HasPrefix(root.ContentType, "multipart/") {
		return ""
	}
	return clean(string(root.Content))
}

// sender is the name of who wrote, else the address.
func sender(env *enmime.Envelope) string {
	from := env.GetHeader("From")
	list, err := env.AddressList("From")
	if err != nil || len(list) == 0 {
		return from
	}
	if list[0].Name != "" {
		return list[0].Name
	}
	return list[0].Address
}

func attachments(env *enmime.Envelope) string {
	var names []string
	for _, p := range env.Attachments {
		if n := field(p.FileName); n != "" && len(names) < 100 {
			names = append(names, n)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "Attachments: " + strings.Join(names, "; ")
}

// hasMailHeader reports whether data starts with header lines of which at least
// one is a message's.
func hasMailHeader(data []byte) bool {
	head := data[:min(len(data), 64<<10)]
	for line := range bytes.Lines(bytes.TrimLeft(head, "\r\n\xEF\xBB\xBF")) {
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			return false
		}
		if line[0] == ' ' || line[0] == '\t' || bytes.HasPrefix(line, []byte("From ")) {
			continue // a folded line, or the envelope line of an mbox
		}
		key, _, ok := bytes.Cut(line, []byte(":"))
		if !ok || bytes.ContainsAny(key, " \t") {
			return false
		}
		switch strings.ToLower(string(key)) {
		case "from", "subject", "date", "mime-version", "content-type":
			return true
		}
	}
	return false
}
