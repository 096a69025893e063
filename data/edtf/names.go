package edtf

// Names are the words in which people of one language write dates. Lists start
// with the word that Format prints; Parse takes any of them, in any case.
type Names struct {
	Months, ShortMonths [12]string
	Weekdays            [7]string // from Monday on
	Seasons             [4][]string
	About, Perhaps      []string
	Since, After        []string
	KnownBy             string // "known by", of what nobody dates the start of
	Until, Before       []string
	Between, And, To    []string  // "between A and B", "A to B"
	FromTo              [2]string // "from A to B", which Format prints where the doubts differ
	Early, Mid, Late    []string
	Today, Yesterday    []string
	Tomorrow            []string
	Last, This, Next    []string
	Ago, In             []string
	Days, Weeks, Years  []string
	MonthUnits          []string // "month", "months"
	Weekends            []string
	Quarters, Centuries []string
	QuarterMark         string // "Q" of "Q3 2025"
	BC, AD              []string
	Ordinals            []string // endings of "1st", "2nd"
	OrdinalWords        [4]string
	Filler              []string // "the", "of"
	EndUnknown          string   // "end unknown"
	StartUnknown        string
	SomeMonth, SomeDay  string // "some month in", "some day in"
}

// English are the words of English.
func English() *Names {
	return &Names{
		Months:       [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		ShortMonths:  [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		Weekdays:     [7]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
		Seasons:      [4][]string{{"spring"}, {"summer"}, {"autumn", "fall"}, {"winter"}},
		About:        []string{"about", "around", "approximately", "approx", "circa", "ca", "c", "roughly", "~"},
		Perhaps:      []string{"perhaps", "maybe", "possibly", "probably"},
		Since:        []string{"since", "from"},
		KnownBy:      "known by",
		After:        []string{"after"},
		Until:        []string{"until", "till", "to", "up to", "through", "by"},
		Before:       []string{"before"},
		Between:      []string{"between", "from"},
		And:          []string{"and"},
		To:           []string{"to", "until", "till", "through", "and"},
		FromTo:       [2]string{"from", "to"},
		Early:        []string{"early", "beginning"},
		Mid:          []string{"mid", "middle"},
		Late:         []string{"late", "end"},
		Today:        []string{"today", "tonight"},
		Yesterday:    []string{"yesterday"},
		Tomorrow:     []string{"tomorrow"},
		Last:         []string{"last", "previous", "past"},
		This:         []string{"this", "current"},
		Next:         []string{"next", "coming"},
		Ago:          []string{"ago"},
		In:           []string{"in"},
		Days:         []string{"day", "days"},
		Weeks:        []string{"week", "weeks"},
		Years:        []string{"year", "years"},
		MonthUnits:   []string{"month", "months"},
		Weekends:     []string{"weekend"},
		Quarters:     []string{"quarter"},
		Centuries:    []string{"century"},
		QuarterMark:  "Q",
		BC:           []string{"BC", "BCE"},
		AD:           []string{"AD", "CE"},
		Ordinals:     []string{"th", "st", "nd", "rd"},
		OrdinalWords: [4]string{"first", "second", "third", "fourth"},
		Filler:       []string{"the", "of", "on", "at"},
		EndUnknown:   "end unknown",
		StartUnknown: "start unknown",
		SomeMonth:    "some month in",
		SomeDay:      "some day in",
	}
}
