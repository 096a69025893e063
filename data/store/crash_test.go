package store

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"demarche/data"
)

// writerEnv names the case that a child process writes to until it is killed.
const writerEnv = "DEMARCHE_TEST_WRITER"

func TestMain(m *testing.M) {
	if path := os.Getenv(writerEnv); path != "" {
		writeForEver(path)
	}
	os.Exit(m.Run())
}

// writeForEver applies, undoes and redoes changes and prints the label that the
// next undo has after each one that the store reported as done.
func writeForEver(path string) {
	s, err := Open(path, Options{Now: time.Now})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	ids := data.NewIDs(time.Now)
	for i := s.Case().Actors.Len(); ; i++ {
		a := &data.Actor{ID: ids.Next(), Name: "Actor " + strconv.Itoa(i), Kind: data.Person, Note: strings.Repeat("note ", i%4000)}
		if err := s.Apply(data.Change{Label: "Add " + string(a.ID), Put: []data.Record{a}}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		fmt.Println("done", a.ID)
		if i%5 == 4 {
			_, err := s.Undo()
			if err == nil {
				_, err = s.Redo()
			}
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(3)
			}
		}
	}
}

// A process that is killed at any moment loses nothing that it was told is
// written, and leaves a sound file.
func TestKilledWhileWriting(t *testing.T) {
	kills := 100
	if testing.Short() {
		kills = 10
	}
	s := create(t)
	must(t, s.Apply(lakeCase()))
	must(t, s.Close())
	r := rand.New(rand.NewPCG(1, 2))
	for n := range kills {
		confirmed := killWriter(t, s.Path(), time.Duration(1+r.IntN(40))*time.Millisecond)
		report, err := Check(s.Path())
		must(t, err)
		if !report.Sound() {
			t.Fatalf("after kill %d:\n%s", n+1, strings.Join(report.Faults, "\n"))
		}
		again, err := Open(s.Path(), Options{Now: clock()})
		must(t, err)
		for _, id := range confirmed {
			// A change is undone and redone at once; at most the last may be between the two.
			if _, ok := again.Case().Actors.Get(id); !ok && again.RedoLabel() != "Add "+string(id) {
				t.Fatalf("after kill %d the committed actor %s is gone", n+1, id)
			}
		}
		for again.RedoLabel() != "" {
			_, err := again.Redo()
			must(t, err)
		}
		must(t, again.Close())
	}
}

// killWriter lets a child write for a while after its first change, kills it,
// and returns what it reported as written.
func killWriter(t *testing.T, path string, after time.Duration) (confirmed []data.ID) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), writerEnv+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	lines := bufio.NewScanner(out)
	timer := time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	for lines.Scan() {
		if len(confirmed) == 0 {
			time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		}
		if id, ok := strings.CutPrefix(lines.Text(), "done "); ok && len(id) == len(data.NewIDs(time.Now).Next()) {
			confirmed = append(confirmed, data.ID(id))
		}
	}
	err = cmd.Wait()
	var ended *exec.ExitError
	if !errors.As(err, &ended) || ended.Exited() || len(confirmed) == 0 {
		t.Fatalf("the writer was not killed while it wrote: %v, %d changes", err, len(confirmed))
	}
	return confirmed
}

// A file cut off anywhere, or with bytes turned over, is refused or read with
// its faults named; it never takes the program down.
func TestSpoiltFiles(t *testing.T) {
	s := create(t)
	must(t, s.Apply(lakeCase()))
	must(t, s.Close())
	good, err := os.ReadFile(s.Path())
	must(t, err)
	r := rand.New(rand.NewPCG(3, 4))
	spoil := func(name string, bytes []byte) {
		path := filepath.Join(t.TempDir(), "spoilt.demarche")
		must(t, os.WriteFile(path, bytes, 0o644))
		opened, err := Open(path, Options{Now: clock()})
		if err == nil {
			_, _ = opened.Text("d1")
			_, _ = opened.History(10)
			_ = opened.Close()
		} else if !strings.Contains(err.Error(), "spoilt.demarche") {
			t.Errorf("%s: the error does not name the file: %v", name, err)
		}
		_, _ = Check(path)
	}
	for _, n := range []int{0, 1, 15, 100, 4095, 4096, 4097, 8192, len(good) / 2, len(good) - 1} {
		spoil(fmt.Sprintf("cut at %d", n), good[:n])
	}
	for range 60 {
		bytes := append([]byte(nil), good...)
		for range 1 + r.IntN(20) {
			bytes[r.IntN(len(bytes))] ^= byte(1 + r.IntN(255))
		}
		spoil("flipped", bytes)
	}
	spoil("text", []byte(strings.Repeat("No case at all. ", 1000)))
	spoil("zeros", make([]byte, 1<<16))
}

func FuzzOpen(f *testing.F) {
	dir := f.TempDir()
	s, err := Create(filepath.Join(dir, "seed.demarche"), Options{Now: clock(), Title: "Seed"})
	must(f, err)
	must(f, s.Apply(lakeCase()))
	must(f, s.Close())
	good, err := os.ReadFile(s.Path())
	must(f, err)
	f.Add(uint32(20), byte(1), uint32(5000), byte(200))
	f.Add(uint32(4100), byte(255), uint32(9000), byte(7))
	path := filepath.Join(dir, "fuzz.demarche")
	f.Fuzz(func(t *testing.T, at uint32, with byte, also uint32, more byte) {
		bytes := append([]byte(nil), good...)
		bytes[int(at)%len(bytes)] ^= with
		bytes[int(also)%len(bytes)] ^= more
		must(t, os.WriteFile(path, bytes, 0o644))
		if opened, err := Open(path, Options{Now: clock()}); err == nil {
			_ = opened.Apply(data.Change{Label: "Add", Put: []data.Record{&data.Actor{ID: "z", Name: "Z", Kind: data.State}}})
			_ = opened.Close()
		}
		_, _ = Check(path)
	})
}
