package assets

import _ "embed"

//go:embed fonts/Inter-Regular.ttf
var interRegular []byte

//go:embed fonts/Inter-SemiBold.ttf
var interSemiBold []byte

//go:embed fonts/Inter-Bold.ttf
var interBold []byte

// InterRegular is the font file of Inter in its regular weight, TrueType. The
// bytes are shared and must not be changed.
func InterRegular() []byte { return interRegular }

// InterSemiBold is the font file of Inter in its semi-bold weight, TrueType.
// The bytes are shared and must not be changed.
func InterSemiBold() []byte { return interSemiBold }

// InterBold is the font file of Inter in its bold weight, TrueType. The bytes
// are shared and must not be changed.
func InterBold() []byte { return interBold }
