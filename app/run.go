// Package app opens the window of Demarche. It is the only package that imports
// Fyne's driver; all others are tested without a display and without C.
package app

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2/app"

	"demarche/app/desktop"
	"demarche/app/files"
	"demarche/app/ui"
	"demarche/app/window"
	"demarche/data/sample"
)

// ID names the program to the desktop and to its preferences.
const ID = "org.demarche.Demarche"

// Options are what the window is opened with.
type Options struct {
	Path     string // the case to open; "": the last one, or the sample
	Version  string
	CacheDir string // for what may be made again; "": keep nothing

	Frames time.Duration // for how long to move the timeline, report what that costs, and end; 0: not at all
	Out    io.Writer     // for that report
}

// Run opens the window and returns when it is closed. Without a display it
// returns an error that says so.
func Run(o Options) error {
	started := time.Now()
	if err := desktop.Display(os.Getenv); err != nil {
		return err
	}
	theme := ui.System
	if !desktop.TellsTheme(os.Getenv) {
		theme = ui.Light
	}
	log.SetOutput(desktop.Quiet(os.Stderr))
	if err := desktop.Prepare(os.Getenv, os.Setenv); err != nil {
		return fmt.Errorf("the folders for settings cannot be made: %w", err)
	}
	id := ID
	if o.Frames > 0 {
		id += ".frames" // the settings of whoever works with the program stay as they are
	}
	a := app.NewWithID(id)
	importer := files.NewImporter(o.CacheDir, time.Now)
	defer importer.Close()
	w := window.New(window.Options{
		App: a, Now: time.Now, Version: o.Version, Parts: Parts(), SystemTheme: theme,
		Importer: importer, Exporter: files.NewExporter(o.Version, time.Now), Sample: buildSample, Folder: caseFolder(),
	})
	var failed error
	a.Lifecycle().SetOnStarted(func() {
		w.Start(o.Path)
		if o.Frames > 0 {
			w.CountFrames(o.Frames, o.Out, started, func(err error) { failed = err })
		}
	})
	w.Run()
	return failed
}

func buildSample(ctx context.Context, path string) error {
	return sample.Build(ctx, path, time.Now)
}

// caseFolder is where new cases go: a folder of their own among the documents.
func caseFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return os.TempDir()
	}
	if documents := filepath.Join(home, "Documents"); isFolder(documents) {
		return filepath.Join(documents, "Demarche")
	}
	return filepath.Join(home, "Demarche")
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
