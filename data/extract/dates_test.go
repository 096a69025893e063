package extract

import (
	"strings"
	"testing"
	"time"

	"demarche/data/edtf"
)

// published is a Wednesday; a case may begin with another day in brackets.
const published = "2025-09-17"

// dateCase is a text, and the dates that it denotes: "quote=value" parted by
// "; ", in their order. A quote may be longer or shorter than what is found.
type dateCase struct{ text, want string }

func TestDatesOfWireReports(t *testing.T) {
	runDateCases(t, []dateCase{
		// Agencies.
		{"KAMPALA, Sept 16 (Newswire) - Rebels freed 12 hostages on Monday, two days after a truce collapsed, the army said.", "Sept 16=2025-09-16; Monday=2025-09-15; two days after=2025-09-13"},
		{"The envoys will meet again in Doha on Sunday, a diplomat told reporters on Tuesday.", "Sunday=2025-09-21; Tuesday=2025-09-16"},
		{"The junta said Wednesday it would free the former president by Friday.", "Wednesday=2025-09-17; Friday=2025-09-19"},
		{"The two sides agreed on Thursday to meet on Saturday.", "Thursday=2025-09-11; Saturday=2025-09-20"},
		{"A meeting planned for Thursday was called off late Tuesday.", "Thursday=2025-09-18; late Tuesday=2025-09-16"},
		{"Fighting flared again early on Monday morning, hours after the truce.", "early on Monday=2025-09-15"},
		{"The ceasefire, which took effect on Aug. 5, was extended until Oct. 5.", "Aug. 5=2025-08-05; Oct. 5=2025-10-05"},
		{"The minister is due in Cairo on Friday for talks on Saturday and Sunday.", "Friday=2025-09-19; Saturday and Sunday=2025-09-20/2025-09-21"},
		{"Talks on Monday and Tuesday ended without a result.", "Monday and Tuesday=2025-09-15/2025-09-16"},
		{"They spoke on Monday and on Wednesday.", "Monday=2025-09-15; Wednesday=2025-09-17"},
		{"From Monday to Friday last week the crossing was shut.", "Monday to Friday=2025-09-08/2025-09-12"},
		{"The general told a briefing on Saturday that on Sunday his forces would withdraw.", "Saturday=2025-09-13; Sunday=2025-09-21"},
		{"On Friday, the council will vote on the mandate.", "Friday=2025-09-19"},
		{"On Friday, the council voted 13-2 to renew the mandate.", "Friday=2025-09-12"},
		{"Parliament has until Friday to ratify the accord.", "Friday=2025-09-19"},
		{"The pact expires Friday.", "Friday=2025-09-19"},
		{"“We expect an answer by next Tuesday,” she said last Friday.", "next Tuesday=2025-09-23; last Friday=2025-09-12"},
		{"The deadline is Sept. 30.", "Sept. 30=2025-09-30"},
		{"He flew to Geneva on Tuesday night and left on Wednesday morning.", "Tuesday night=2025-09-16; Wednesday morning=2025-09-17"},
		{"The strike killed nine people overnight, officials said on Tuesday.", "Tuesday=2025-09-16"},
		// Months and years.
		{"In July, the government rejected the plan.", "July=2025-07"},
		{"In November, rebels seized the mine.", "November=2024-11"},
		{"Elections are scheduled for February.", "February=2026-02"},
		{"The new duties are scheduled to take effect at 9 a.m. CET (0800 GMT) on Friday.", "9 a.m. CET (0800 GMT) on Friday=2025-09-19"},
		{"The clans had agreed to prolong the truce just before it was due to expire late on Monday.", "late on Monday=2025-09-15"},
		{"The two last met in March 2019 in Hanoi.", "March 2019=2019-03"},
		{"Since early March, more than 2,000 people have fled.", "early March=2025-03~"},
		{"The plan dates from mid-2024 and was revised in late January and early February.", "mid-2024=2024~; late January and early February=2025-01/2025-02"},
		{"Under the 2018 peace accord, elections were to be held in December 2024.", "2018=2018; December 2024=2024-12"},
		{"Israel withdrew to the 1967 borders, he said, citing Resolution 242.", "1967=1967"},
		{"The council adopted resolutions 1701 and 1559 on Lebanon.", ""},
		{"About 2000 people, 1500 troops and 1900 refugees crossed.", ""},
		{"The law of 1994 set up 1200 posts.", "1994=1994"},
		{"He served from 2009 to 2017, and again from 2021-2023.", "2009 to 2017=2009/2017; 2021-2023=2021/2023"},
		{"In the 1990s, and again in the early 2000s, mediators failed.", "1990s=199X; early 2000s=200X"},
		{"The border was drawn in the 19th century.", "19th century=18XX"},
		{"The war of 1998-2000 killed 80,000.", "1998-2000=1998/2000"},
		{"The 2014-15 ceasefire talks in Minsk failed.", "2014-15=2014/2015"},
		{"Between May and July, aid fell by half.", "May and July=2025-05/2025-07"},
		{"Article 5 and Article 2030 do not apply, and F-16 jets arrived in 2024.", "2024=2024"},
		{"The army may act in May, when it may march.", "May=2026-05"},
		{"Protesters march in March.", "March=2025-03"},
		{"He won 2016 votes and $2015 at 1900 GMT.", ""},
		{"Growth slowed in the third quarter of 2025 after a good first half of the year.", "third quarter of 2025=2025-35; first half of the year=2025-01/2025-06"},
		{"In Q2 2025 exports fell.", "Q2 2025=2025-34"},
		{"The mission ends in spring 2026; last summer it shrank.", "spring 2026=2026-21; last summer=2025-22"},
		{"The troops are to leave by the end of the year.", "the end of the year=2025-12-31"},
		{"Before the end of October the prisoners will be home.", "end of October=2025-10-31"},
		// Full dates.
		{"The accord was signed on 10 April 1998.", "10 April 1998=1998-04-10"},
		{"On Friday, April 10, 1998, the parties signed.", "Friday, April 10, 1998=1998-04-10"},
		{"The treaty of February 13th, 2026 lapses.", "February 13th, 2026=2026-02-13"},
		{"The text of the 3rd of May was lost.", "3rd of May=2025-05-03"},
		{"Document dated 2025-03-14, received 15.3.2025.", "2025-03-14=2025-03-14; 15.3.2025=2025-03-15"},
		{"Signed 13/2/2025 in Rome.", "13/2/2025=2025-02-13"},
		{"The summit of 14–15 December will go ahead.", "14–15 December=2025-12-14/2025-12-15"},
		{"The summit on June 14-15 failed.", "June 14-15=2025-06-14/2025-06-15"},
		{"They met from 3 to 5 March 2025.", "3 to 5 March 2025=2025-03-03/2025-03-05"},
		{"The talks of August 30 – September 2 ended.", "August 30 – September 2=2025-08-30/2025-09-02"},
		{"Attacks on March 5 and April 7, 2024 broke the truce.", "March 5=2024-03-05; April 7, 2024=2024-04-07"},
		{"Hamas led the October 7 attack on Israel.", "October 7=2023-10-07"},
		{"After the Sept. 11 attacks, Washington invaded.", "Sept. 11=2001-09-11"},
		{"Russia’s Feb. 24 invasion changed Europe.", "Feb. 24=2022-02-24"},
		{"The ship left on the 12th of last month.", "12th of last month=2025-08-12"},
	})
}

func TestTense(t *testing.T) {
	runDateCases(t, []dateCase{
		{"The foreign minister is scheduled to arrive Thursday.", "Thursday=2025-09-18"},
		{"He has invited his counterpart to visit on Monday.", "Monday=2025-09-22"},
		{"The two were to meet on Friday, but the trip was delayed.", "Friday=2025-09-19"},
		{"Envoys are meeting in Muscat on Thursday.", "Thursday=2025-09-18"},
		{"Talks set for Friday were moved from Geneva.", "Friday=2025-09-19"},
		{"The shutdown came due to the attack on Monday.", "Monday=2025-09-15"},
		{"The sides could have met on Monday.", "Monday=2025-09-15"},
		{"The ministry would not say on Tuesday whether it was true.", "Tuesday=2025-09-16"},
		{"The officials could not be reached on Tuesday.", "Tuesday=2025-09-16"},
		{"Cairo rejected the plans on Monday and missed a deadline on Tuesday.", "Monday=2025-09-15; Tuesday=2025-09-16"},
		{"She said Friday's talks would go ahead.", "Friday=2025-09-19"},
		{"He spoke ahead of Friday's summit.", "Friday=2025-09-19"},
		{"Lawmakers welcomed Tuesday’s announcement that the sides had agreed.", "Tuesday=2025-09-16"},
		{"A vote is expected on Thursday.", "Thursday=2025-09-18"},
		{"The truce held until Monday.", "Monday=2025-09-15"},
		{"The truce was extended until Monday.", "Monday=2025-09-22"},
		{"The king hosts the two presidents on Thursday.", "Thursday=2025-09-18"},
		{"He failed to reach the capital on Tuesday.", "Tuesday=2025-09-16"},
		{"They hope to sign the text in November, a year after it was drafted.", "November=2025-11; a year after=2024"},
		{"The proposed meeting on Tuesday ended early.", "Tuesday=2025-09-16"},
		{"Troops must leave the zone by Sunday.", "Sunday=2025-09-21"},
		{"By Sunday, the city had fallen.", "Sunday=2025-09-14"},
		{"Washington gave the group until Sunday to reply.", "Sunday=2025-09-21"},
		{"It was supposed to end by September 1.", "September 1=2025-09-01"},
		{"The blockade, in place since Thursday, will go on.", "Thursday=2025-09-11"},
		{"“We will see you on Thursday,” he told the envoys on Monday.", "Thursday=2025-09-18; Monday=2025-09-15"},
	})
}

func TestTenseOfPassivesAndAppointments(t *testing.T) {
	runDateCases(t, []dateCase{
		{"He added that the new cabinet will be formed on Saturday.", "Saturday=2025-09-20"},
		{"The list should be announced on 22 October.", "22 October=2025-10-22"},
		{"A final accord is targeted for October 20.", "October 20=2025-10-20"},
		{"It was unclear if the September 22 deadline would be met.", "September 22=2025-09-22"},
		{"They must settle it before the Saturday deadline.", "Saturday=2025-09-20"},
		{"Both sides missed the Sunday deadline.", "Sunday=2025-09-14"},
		{"He has agreed to form a cabinet following a meeting in the palace on Thursday.", "Thursday=2025-09-11"},
		{"The group pledged to sign by October 18, at a ceremony in Muscat on Saturday.", "October 18=2025-10-18; Saturday=2025-09-13"},
		{"The truce was renewed twice, through Oct. 2.", "Oct. 2=2025-10-02"},
		{"Starting April 2, the two sides have kept a truce.", "April 2=2025-04-02"},
		{"The army announced a three-day truce starting Sunday.", "Sunday=2025-09-21"},
		{"He said on Monday night that they would send envoys on Tuesday.", "Monday night=2025-09-15; Tuesday=2025-09-16"},
		{"He said on Monday that they would meet on Friday.", "Monday=2025-09-15; Friday=2025-09-19"},
		{"“By Christmas we want to have a deal,” he said.", "Christmas=2025-12-25"},
		{"The measure lapses at the end of June.", "end of June=2026-06-30"},
		{"Talks resume over the coming weekend.", "coming weekend=2025-09-20/2025-09-21"},
		{"The meetings will start in October and end on Friday.", "October=2025-10; Friday=2025-09-19"},
		{"They signed a 180-day truce effective from October 3, it was reported.", "October 3=2025-10-03"},
		{"Guerrillas announced a truce from Sept. 24 to Oct. 2.", "Sept. 24 to Oct. 2=2025-09-24/2025-10-02"},
		{"On Saturday, May 10, the two agreed to stop.", "Saturday, May 10=2025-05-10"},
		{"On Monday, December 30, they met.", "Monday, December 30=2024-12-30"},
	})
}

func TestDatesOfManyStyles(t *testing.T) {
	runDateCases(t, []dateCase{
		{"The 12-day war in June ended an era that began in the late 1990s.", "June=2025-06; late 1990s=199X"},
		{"In the early hours of Monday, jets struck the port.", "Monday=2025-09-15"},
		{"It was signed at 10:00 GMT on Friday, a day before an Aug. 1 deadline.", "Friday=2025-09-12; a day before=2025-07-31; Aug. 1=2025-08-01"},
		{"From the 1960s to the 1990s they fought.", "1960s to the 1990s=196X/199X"},
		{"Monday through Wednesday the market was shut.", "Monday through Wednesday=2025-09-15/2025-09-17"},
		{"Aid for 2025/26 and the 2026 World Cup were on the agenda.", "2025/26=2025/2026; 2026=2026"},
		{"The Dayton Accords (1995) and the UN Charter of 1945 were cited.", "1995=1995; 1945=1945"},
		{"Jan Egeland, April Ryan and August Reyes spoke.", ""},
		{"In June Ukraine struck a bridge.", "June=2025-06"},
		{"An April UN report found otherwise.", "April=2025-04"},
		{"In 2020, 2021 and 2022 the talks stalled.", "2020=2020; 2021=2021; 2022=2022"},
		{"In 2023 and 2024 nothing moved.", "2023 and 2024=2023/2024"},
		{"The coalition wants a deal in the new year.", "the new year=2026-01-01"},
		{"By mid-October things will change as in late 2023.", "mid-October=2025-10; late 2023=2023"},
		{"For the past three years, and in the last 48 hours, he kept silent.", "past three years=2022/2025; last 48 hours=2025-09-15/2025-09-17"},
		{"On 7 May 2023, a year after the coup of 2022, he fled.", "7 May 2023=2023-05-07; a year after=2023; 2022=2022"},
		{"This past Sunday they voted; this coming Sunday they vote again.", "This past Sunday=2025-09-14; this coming Sunday=2025-09-21"},
		{"By year's end, and at the beginning of next year, troops will go.", "year's end=2025-12-31; beginning of next year=2026-01"},
		{"At the end of last month he resigned.", "end of last month=2025-08-31"},
		{"On Tuesday, 16 September, the 80th session opened.", "Tuesday, 16 September=2025-09-16"},
		{"On 10-12 September and 20th-22nd August they met.", "10-12 September=2025-09-10/2025-09-12; 20th-22nd August=2025-08-20/2025-08-22"},
		{"Later that year, and again the same month, he was seen. It was 2012.", "Later that year=2025; the same month=2025-09; 2012=2012"},
		{"In 1998 he fled. Later that year he died.", "1998=1998; Later that year=1998"},
		{"On 9/11 the world changed.", "9/11=2001-09-11"},
		{"It has done so since '08 and the '90s.", "'08=2008; '90s=199X"},
		{"The accord was due to last from January 1, 2024 until June 30, 2024.", "January 1, 2024 until June 30, 2024=2024-01-01/2024-06-30"},
		{"The meeting was postponed from Monday to Friday.", "Monday=2025-09-15; Friday=2025-09-19"},
		{"It was July 2006 when the war began; by August it was over.", "July 2006=2006-07; August=2006-08"},
		{"Talks are to resume in early- to mid-October.", "early- to mid-October=2025-10"},
		{"Iran and six powers signed the pact in Vienna in July 2015; Trump quit it three years later.", "July 2015=2015-07; three years later=2018"},
		{"Since the May 2021 ceasefire, and after the Nov. 27, 2024, truce, calm prevailed.", "May 2021=2021-05; Nov. 27, 2024=2024-11-27"},
	})
}

func TestRelativeDates(t *testing.T) {
	runDateCases(t, []dateCase{
		{"He spoke yesterday, speaks again today and will leave tomorrow morning.", "yesterday=2025-09-16; today=2025-09-17; tomorrow morning=2025-09-18"},
		{"The vote took place last night.", "last night=2025-09-16"},
		{"This week the envoy visits Riyadh; next week he travels to Ankara.", "This week=2025-09-15/2025-09-21; next week=2025-09-22/2025-09-28"},
		{"Earlier this month and late last year they met in Oslo.", "Earlier this month=2025-09; late last year=2024~"},
		{"The tribunal opens later this year.", "later this year=2025"},
		{"Three months ago the talks broke down; two years ago they began.", "Three months ago=2025-06; two years ago=2023"},
		{"Ten days ago a convoy was hit.", "Ten days ago=2025-09-07"},
		{"Some two weeks ago the army withdrew.", "two weeks ago=2025-09-01/2025-09-07"},
		{"Nearly a decade ago the war began.", "a decade ago=2015"},
		{"The deal came a year and a half ago.", "a year and a half ago=2024-03"},
		{"In 2003 the rebels rose up. Three years later a peace deal was signed.", "2003=2003; Three years later=2006"},
		{"The truce began on March 3. Two days later it was broken.", "March 3=2025-03-03; Two days later=2025-03-05"},
		{"On Sunday the sides traded fire; a day earlier they had met.", "Sunday=2025-09-14; a day earlier=2025-09-13"},
		{"The accord was signed in June 2021. The following month it collapsed.", "June 2021=2021-06; The following month=2021-07"},
		{"He resigned on 4 May 2010 and left the country the next day.", "4 May 2010=2010-05-04; the next day=2010-05-05"},
		{"Troops crossed the border on 2 August 1990. The previous week the talks had failed.", "2 August 1990=1990-08-02; The previous week=1990-07-23/1990-07-29"},
		{"They met in January 2020. In March of that year the border closed.", "January 2020=2020-01; March of that year=2020-03"},
		{"The referendum was held in March last year.", "March last year=2024-03"},
		{"Over the past two weeks shelling has grown.", "past two weeks=2025-09-03/2025-09-16"},
		{"Hundreds have fled in the past week.", "past week=2025-09-10/2025-09-16"},
		{"In the next three days the corridor will open.", "next three days=2025-09-18/2025-09-20"},
		{"The council will meet in two weeks.", "two weeks=2025-09-29/2025-10-05"},
		{"The city was rebuilt in two years after a 30-day truce.", ""},
		{"Since last Friday the port has been shut, and next month it will reopen.", "last Friday=2025-09-12; next month=2025-10"},
		{"The leaders will confer this weekend; last weekend they did not.", "this weekend=2025-09-20/2025-09-21; last weekend=2025-09-13/2025-09-14"},
		{"Clashes broke out over the weekend.", "the weekend=2025-09-13/2025-09-14"},
		{"The pact was reached on the eve of Christmas 2020.", "eve of=2020-12-24; Christmas 2020=2020-12-25"},
		{"A day after the June 12 strike, talks were cancelled.", "A day after=2025-06-13; June 12=2025-06-12"},
		{"The army held a parade on Victory Day and will hold one on New Year's Eve.", "Victory Day=2025-05-09; New Year's Eve=2025-12-31"},
		{"A truce over Easter failed.", "Easter=2025-04-20"},
		{"Last September the parties met; this May they did not.", "Last September=2024-09; this May=2025-05"},
		{"The president declared Friday a day of mourning.", "Friday=2025-09-19"},
		{"In 2014, Russia annexed Crimea in March.", "2014=2014; March=2014-03"},
		{"In the first week of August the army left.", "first week of August=2025-08-01/2025-08-07"},
		{"The week of July 7 was calm.", "week of July 7=2025-07-07/2025-07-13"},
		{"Earlier Wednesday, and again on Tuesday evening, drones were seen.", "Earlier Wednesday=2025-09-17; Tuesday evening=2025-09-16"},
		{"Earlier in the day he had met the king, he said on Monday.", "Earlier in the day=2025-09-17; Monday=2025-09-15"},
		{"The day before yesterday nobody knew.", "The day before yesterday=2025-09-15"},
		{"Tuesday of next week is the deadline.", "Tuesday of next week=2025-09-23"},
		{"The end-of-month target and the mid-March goal were missed.", "end-of-month=2025-09-30; mid-March=2025-03"},
		{"The pre-2014 order and the post-1991 one differ.", "2014=2014; 1991=1991"},
	})
}

func TestNoDates(t *testing.T) {
	runDateCases(t, []dateCase{
		{"The talks lasted two weeks and a 30-day ceasefire followed a three-year war.", ""},
		{"Every week, each Monday and every year, they meet.", ""},
		{"Now, recently, soon, currently and so far nothing happened.", ""},
		{"It was the first time in two years.", ""},
		{"Theresa May said the army may march.", ""},
		{"On the second day of talks, in the final hours, at the last minute, they agreed.", ""},
		{"Bloody Sunday and Black Friday are names.", ""},
		{"At the end of the day it is their choice.", ""},
		{"The two-year effort cost 1,999 dollars a day, per month.", ""},
		{"Room 2020, flight 1984, page 2001 and Directive 2004 are numbers.", ""},
		{"In recent months and in the coming days much may change.", ""},
		{"One day, some day, the day will come.", ""},
		{"He is 45 and has three sons, second in line on day one.", ""},
		{"The 193-member body voted 143 to 9, with 25 abstaining.", ""},
		{"A Christmas gift came since the fall of Kabul.", ""},
	})
}

func TestDatesWithoutPublication(t *testing.T) {
	for _, c := range []dateCase{
		{"He spoke on Monday, and last week, and in May.", "Monday=; last week=; May="},
		{"On 3 May 2024 they met; two days later they signed.", "3 May 2024=2024-05-03; two days later=2024-05-05"},
	} {
		checkDates(t, c, "")
	}
}

func runDateCases(t *testing.T, cases []dateCase) {
	t.Helper()
	for _, c := range cases {
		checkDates(t, c, published)
	}
}

func checkDates(t *testing.T, c dateCase, published string) {
	t.Helper()
	a := datesOf(t, c.text, published)
	var got []string
	for _, d := range a.dates {
		got = append(got, a.text[d.start:d.end]+"="+d.value.String())
	}
	want := strings.Split(c.want, "; ")
	if c.want == "" {
		want = nil
	}
	right := len(got) == len(want)
	for i := 0; right && i < len(want); i++ {
		quote, value, _ := strings.Cut(want[i], "=")
		at := strings.Index(c.text, quote)
		d := a.dates[i]
		right = at >= 0 && (d.start < at+len(quote) && at < d.end || strings.Contains(c.text[at+len(quote):], quote)) &&
			qualifiers.ReplaceAllString(d.value.String(), "") == qualifiers.ReplaceAllString(value, "")
	}
	if !right {
		t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, "; "), c.want)
	}
}

func TestDateOfClause(t *testing.T) {
	for _, c := range []struct{ text, clause, want string }{
		{"The envoy met rebels on Monday, but on Tuesday they attacked.", "The envoy met rebels", "2025-09-15"},
		{"The envoy met rebels on Monday, but on Tuesday they attacked.", "they attacked", "2025-09-16"},
		{"Iran quit the 2015 deal on Friday.", "Iran quit the", "2025-09-12"},
		{"Since May they have talked; they signed in July.", "they signed", "2025-07"},
		{"They signed nothing.", "They signed", ""},
		{"On Monday he said the army would leave on Sunday.", "the army would leave", "2025-09-21"},
	} {
		a := datesOf(t, c.text, published)
		at := strings.Index(c.text, c.clause)
		first, last := -1, 0
		for i, tok := range a.tokens {
			if tok.start >= at && tok.end <= at+len(c.clause) {
				if first < 0 {
					first = i
				}
				last = i + 1
			}
		}
		got := ""
		if d := a.temporalOfClause(first, last); d >= 0 {
			got = a.dates[d].value.String()
		}
		if got != c.want {
			t.Errorf("%q of %q: got %s, want %s", c.clause, c.text, got, c.want)
		}
	}
}

func TestDatesStandInOrder(t *testing.T) {
	a := datesOf(t, strings.Repeat("On Feb. 3–5, 2024 and in mid-May they met; two days later, last week and in 2019 too. ", 5), published)
	if len(a.dates) != 25 {
		t.Fatalf("%d dates instead of 25", len(a.dates))
	}
	checkTemporals(t, a)
}

// checkTemporals verifies what later stages rely on.
func checkTemporals(t *testing.T, a *article) {
	t.Helper()
	at := 0
	for _, d := range a.dates {
		if d.start < at || d.end <= d.start || d.end > len(a.text) || d.first >= d.last || d.last > len(a.tokens) {
			t.Fatalf("%q: a date at %d-%d, tokens %d-%d, after %d", a.text, d.start, d.end, d.first, d.last, at)
		}
		if d.start < a.tokens[d.first].start || d.end > a.tokens[d.last-1].end || a.tokens[d.first].sentence != d.sentence {
			t.Fatalf("%q: a date at %d-%d is not of its tokens", a.text, d.start, d.end)
		}
		if !d.value.IsZero() {
			if back, err := edtf.Parse(d.value.String()); err != nil || back != d.value {
				t.Fatalf("%q: %q has the value %q, %v", a.text, a.text[d.start:d.end], d.value, err)
			}
		}
		at = d.end
	}
}

func FuzzFindDates(f *testing.F) {
	for _, s := range []string{
		"On Feb. 30–31, 2024 and the 0th century; '00s, Q4 1000, 31.12.9999, 2024-99-99 and 1000-01.",
		"a day after two days before the eve of the eve of Easter 1582, 99 centuries ago and in 9999 years",
		"mid-to-late May 29 Feb. 29, 2023 last this next May; from May to June until Monday and Tuesday last week",
		"9999 decades ago, 100 years later, the previous century, Dec. 25-Jan. 3, 1001/02",
	} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, known bool) {
		day := ""
		if known {
			day = published
		}
		a := datesOf(t, s, day)
		checkTemporals(t, a)
		for i := range a.tokens {
			a.temporalOfClause(i, i+1)
		}
	})
}

// TestDatesAreLinear compares texts of one kind at two lengths, as
// TestSegmentIsLinear does.
func TestDatesAreLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	for _, unit := range []string{"May ", "the ", "May 3, ", "2024 and ", "a day before ", "Monday-", "eve of ", "In May 2019 he met. In June he left. ", "early ", "1 2 3 "} {
		times := [2]time.Duration{}
		for i, size := range []int{30_000, 240_000} {
			text := strings.Repeat(unit, size/len(unit))
			start := time.Now()
			datesOf(t, text, published)
			times[i] = time.Since(start)
		}
		if times[1] > 30*times[0] && times[1] > 2*time.Second {
			t.Errorf("%q: %v for 30 kB, %v for 240 kB", unit, times[0], times[1])
		}
	}
}

// BenchmarkDates reads an article of about 800 words, segments included.
func BenchmarkDates(b *testing.B) {
	text := strings.Repeat("KAMPALA, Sept 16 (Newswire) - Rebels freed 12 hostages on Monday, two days after a truce collapsed, the army said. "+
		"Under the 2018 peace accord, elections were to be held in December 2024, but the government has put them off twice.\n\n"+
		"“We will sign by next Friday,” the chief envoy told reporters in the capital, where talks on the border had gone on since early March.\n\n", 12)
	b.ReportMetric(float64(len(strings.Fields(text))), "words")
	for b.Loop() {
		datesOf(b, text, published)
	}
}
