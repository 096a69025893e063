package made

import (
	"crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"slices"
	"strings"

	"demarche/data"
	"demarche/data/store"
)

// File writes a made case to a new case file: documents with texts, and events
// and positions that each quote a sentence, in changes of some thousand records
// as imports make them.
func File(path string, o Options) error {
	o.Quoted = true
	c, m := build(o)
	st, err := store.Create(path, store.Options{Title: c.Info.Title})
	if err != nil {
		return err
	}
	if err := m.write(st, c); err != nil {
		st.Close()
		return err
	}
	return st.Close()
}

// atOnce is how many records a change holds.
const atOnce = 5000

func (m *maker) write(st *store.Store, c *data.Case) error {
	var all []data.Record
	contents := make(map[data.ID]data.Content, c.Documents.Len())
	for _, d := range c.Documents.All() {
		text := m.texts[d.ID].String()
		sum := sha256.Sum256([]byte(text))
		whole := *d
		whole.SHA256, whole.Words = hex.EncodeToString(sum[:]), len(strings.Fields(text))
		contents[d.ID] = data.Content{Text: text, Original: []byte(text)}
		all = append(all, &whole)
	}
	all = append(all, records(c.Actors)...)
	all = append(all, records(c.Issues)...)
	all = append(all, records(c.Events)...)
	all = append(all, records(c.Positions)...)
	for part := range slices.Chunk(all, atOnce) {
		ch := data.Change{Label: "Import", Put: part, Contents: map[data.ID]data.Content{}}
		for _, r := range part {
			if text, ok := contents[r.Ref().ID]; ok {
				ch.Contents[r.Ref().ID] = text
			}
		}
		if err := st.Apply(ch); err != nil {
			return err
		}
	}
	return nil
}

func records[R data.Record](t data.Table[R]) []data.Record {
	all := make([]data.Record, t.Len())
	for i, r := range t.All() {
		all[i] = r
	}
	return all
}

// prose is the text of a document while sentences are added to it.
type prose struct {
	strings.Builder
	r *rand.Rand
}

func newTexts(docs []*data.Document) map[data.ID]*prose {
	texts := make(map[data.ID]*prose, len(docs))
	for i, d := range docs {
		t := &prose{r: rand.New(rand.NewPCG(uint64(i), 11))}
		t.WriteString(d.Title + ".")
		texts[d.ID] = t
	}
	return texts
}

// sentence adds a sentence to the text and is the passage that it stands in.
// The text is ASCII, so that bytes are code points.
func (t *prose) sentence(doc data.ID) data.Passage {
	const around = 40
	before := t.String()
	t.WriteByte(' ')
	start := t.Len()
	for i := range 12 + t.r.IntN(16) {
		if i > 0 {
			t.WriteByte(' ')
		}
		t.WriteString(vocabulary[t.r.IntN(len(vocabulary))])
	}
	t.WriteByte('.')
	return data.Passage{
		Document: doc, Start: start, End: t.Len(), Quote: t.String()[start:],
		Before: before[max(0, len(before)-around):],
	}
}
