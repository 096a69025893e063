package flow

// points turns byte offsets of a text into code points and back.
type points struct {
	text  string
	marks []int // code points before every block of bytes
}

const block = 256

func newPoints(text string) points {
	p := points{text: text, marks: make([]int, 0, len(text)/block+1)}
	n := 0
	for i := 0; i < len(text); i++ {
		if i%block == 0 {
			p.marks = append(p.marks, n)
		}
		if starts(text[i]) {
			n++
		}
	}
	if len(p.marks) == 0 {
		p.marks = append(p.marks, 0)
	}
	return p
}

// starts reports whether a byte is the first of a code point.
func starts(b byte) bool { return b&0xC0 != 0x80 }

// at is the number of code points before a byte offset.
func (p points) at(offset int) int {
	offset = max(0, min(offset, len(p.text)))
	m := min(offset/block, len(p.marks)-1)
	n := p.marks[m]
	for i := m * block; i < offset; i++ {
		if starts(p.text[i]) {
			n++
		}
	}
	return n
}

// byteAt is the byte offset of a code point, the end of the text for those
// beyond it.
func (p points) byteAt(point int) int {
	if point <= 0 {
		return 0
	}
	low, high := 0, len(p.marks)-1
	for low < high {
		mid := (low + high + 1) / 2
		if p.marks[mid] <= point {
			low = mid
		} else {
			high = mid - 1
		}
	}
	n, i := p.marks[low], low*block
	for ; i < len(p.text); i++ {
		if starts(p.text[i]) {
			if n == point {
				break
			}
			n++
		}
	}
	return i
}
