package review

import (
	"context"
	"errors"

	"demarche/data"
	"demarche/data/edtf"
	"demarche/data/intake"
	"demarche/data/store"
)

// reading is a document that is extracted from again, beside the interface.
type reading struct {
	doc    data.ID // "" while none is
	date   edtf.Date
	cancel context.CancelFunc
}

// publish saves the details of a document. Where its publication date changed,
// what waits for review is looked for again, as "on Monday" means another day.
func (s *Screen) publish(edited *data.Document) {
	old, ok := s.ses.Case().Documents.Get(edited.ID)
	if !ok || *old == *edited {
		return
	}
	if old.Published == edited.Published {
		s.do(data.Change{Label: "Edit details of " + shorten(edited.Title), Put: []data.Record{edited}}, nil, "Details saved")
		return
	}
	if s.work.doc != "" {
		s.host.Desk.Tell("Another document is being read. Wait until that is done")
		return
	}
	text, err := s.ses.Store().Text(edited.ID)
	if err != nil {
		s.host.Desk.Fail(err)
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.work = reading{doc: edited.ID, date: edited.Published, cancel: cancel}
	s.refresh(false)
	s.readAgain(ctx, edited, text)
}

// readAgain extracts from a snapshot. Where the case changed meanwhile it starts
// over, since what was reviewed must stay as it is.
func (s *Screen) readAgain(ctx context.Context, edited *data.Document, text string) {
	snapshot := s.ses.Case()
	s.beside(func() func() {
		ch, err := intake.New(nil, s.ses.Now).Published(ctx, snapshot, edited.ID, text, edited.Published)
		return func() {
			if err == nil && snapshot != s.ses.Case() && ctx.Err() == nil {
				s.readAgain(ctx, edited, text)
				return
			}
			s.readDone(edited, ch, err)
		}
	})
}

func (s *Screen) readDone(edited *data.Document, ch data.Change, err error) {
	stopped := errors.Is(err, context.Canceled)
	s.work.cancel()
	s.work = reading{}
	if err == nil {
		for i, r := range ch.Put {
			if d, ok := r.(*data.Document); ok && d.ID == edited.ID {
				ch.Put[i] = edited
			}
		}
		err = s.ses.Do(ch)
	}
	switch {
	case stopped, errors.Is(err, store.ErrClosed):
		s.refresh(false)
	case err != nil:
		s.host.Desk.Fail(err)
		s.refresh(false)
	default:
		s.refresh(true)
		s.showSelected()
		s.host.Desk.TellUndo("Dated, and read again")
	}
}

// stopReading leaves the document as it was.
func (s *Screen) stopReading() {
	if s.work.cancel != nil {
		s.work.cancel()
	}
}
