//go:build deps

package main

import (
	_ "codeberg.org/go-pdf/fpdf"
	_ "fyne.io/fyne/v2"
	_ "fyne.io/fyne/v2/app"
	_ "fyne.io/fyne/v2/dialog"
	_ "fyne.io/fyne/v2/test"
	_ "fyne.io/fyne/v2/widget"
	_ "github.com/clipperhouse/uax29/v2/sentences"
	_ "github.com/clipperhouse/uax29/v2/words"
	_ "github.com/dustin/go-humanize"
	_ "github.com/dweymouth/fyne-tooltip/widget"
	_ "github.com/jhillyerd/enmime/v2"
	_ "github.com/klippa-app/go-pdfium/webassembly"
	_ "github.com/markusmobius/go-trafilatura"
	_ "github.com/yuin/goldmark"
	_ "go.etcd.io/bbolt"
	_ "golang.org/x/image/font/opentype"
	_ "golang.org/x/net/html"
	_ "golang.org/x/text/unicode/norm"
	_ "pgregory.net/rapid"
)
