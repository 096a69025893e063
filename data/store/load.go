package store

import (
	"errors"
	"runtime"
	"sync"

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
	err = inChunks(len(all), func(i int) error {
		r, err := decodeRecord(data.Ref{Kind: kind, ID: data.ID(all[i].key)}, all[i].value)
		if err != nil {
			return err
		}
		rows[i] = r.(R)
		return nil
	})
	if err != nil {
		return data.Table[R]{}, err
	}
	return data.NewTable(rows), nil
}

// inChunks calls f for 0 to n-1 on all processors and returns the error of the
// lowest number, or nil.
func inChunks(n int, f func(i int) error) error {
	workers := min(runtime.GOMAXPROCS(0), n/500+1)
	errs := make([]error, workers)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			errs[w] = guarded(func() error {
				for i := w * n / workers; i < (w+1)*n/workers; i++ {
					if err := f(i); err != nil {
						return err
					}
				}
				return nil
			})
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
