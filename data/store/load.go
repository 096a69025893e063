package store

import (
	"errors"
	"runtime"
	"sync"
	"sync/atomic"

	bolt "go.etcd.io/bbolt"

	"demarche/data"
)

// loadCase reads every record. Keys come sorted, so that a table needs no
// sorting.
func loadCase(tx *bolt.Tx) (*data.Case, error) {
	infos, err := loadTable[*data.Info](tx, data.KindInfo)
	if err != nil {
		return nil, err
	}
	c := &data.Case{}
	var ok bool
	if c.Info, ok = infos.Get(data.InfoID); !ok {
		return nil, errors.New("its title is missing")
	}
	var errs [7]error
	c.Documents, errs[0] = loadTable[*data.Document](tx, data.KindDocument)
	c.Actors, errs[1] = loadTable[*data.Actor](tx, data.KindActor)
	c.Issues, errs[2] = loadTable[*data.Issue](tx, data.KindIssue)
	c.Events, errs[3] = loadTable[*data.Event](tx, data.KindEvent)
	c.Positions, errs[4] = loadTable[*data.Position](tx, data.KindPosition)
	c.Suggestions, errs[5] = loadTable[*data.Suggestion](tx, data.KindSuggestion)
	c.Views, errs[6] = loadTable[*data.SavedView](tx, data.KindView)
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return c, nil
}

type keyValue struct{ key, value []byte }

func loadTable[R data.Record](tx *bolt.Tx, kind data.Kind) (data.Table[R], error) {
	var all []keyValue
	err := tx.Bucket([]byte(kind)).ForEach(func(k, v []byte) error {
		all = append(all, keyValue{k, v})
		return nil
	})
	if err != nil {
		return data.Table[R]{}, err
	}
	rows := make([]R, len(all))
	err = inChunks(len(all), func() func(i int) error {
		s := newScanner()
		return func(i int) error {
			r, err := s.decode(data.Ref{Kind: kind, ID: data.ID(all[i].key)}, all[i].value)
			if err != nil {
				return err
			}
			rows[i] = r.(R)
			return nil
		}
	})
	if err != nil {
		return data.Table[R]{}, err
	}
	return data.NewTable(rows), nil
}

// decode is decodeRecord, faster.
func (s *scanner) decode(ref data.Ref, value []byte) (data.Record, error) {
	r, ok := s.record(ref.Kind, value)
	if !ok {
		return decodeRecord(ref, value)
	}
	if err := checkRecord(ref, r); err != nil {
		return nil, err
	}
	return r, nil
}

// chunk is how many numbers a worker takes at once: few enough that none waits
// long for the others at the end.
const chunk = 512

// inChunks calls what each of some workers makes for 0 to n-1, on all
// processors, and returns the error of the lowest number, or nil.
func inChunks(n int, worker func() func(i int) error) error {
	var next atomic.Int64
	var mu sync.Mutex
	first, failed := n, error(nil)
	work := func() {
		f, i := worker(), 0
		err := guarded(func() error {
			for {
				from := int(next.Add(chunk)) - chunk
				for i = from; i < min(from+chunk, n); i++ {
					if err := f(i); err != nil {
						return err
					}
				}
				if from >= n {
					return nil
				}
			}
		})
		if err != nil {
			mu.Lock()
			defer mu.Unlock()
			if i < first {
				first, failed = i, err
			}
		}
	}
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n/chunk+1) {
		wg.Go(work)
	}
	wg.Wait()
	return failed
}
