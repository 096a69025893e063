// Package timeline turns a case into a picture: lanes by issue, actor or type,
// bars for positions, marks for events, an axis, an overview.
//
// A Plot is a case packed into lanes; it is immutable and built when the case,
// the grouping or the filter changes. A View is what changes from frame to
// frame. Plot.Draw fills a scene.Scene from both; Plot.Hit says what lies under
// the cursor. Both walk the same glyphs, so a click finds what was drawn.
//
// # Rows
//
// Rows are packed once, over the whole lane, by greedy interval partitioning at
// the zoom of the default window, label widths included. So a mark stays in its
// row however one pans and zooms, and since a label keeps its size while the
// distances grow, zooming in never makes labels meet. What finds no row within
// the lane's limit goes to the lane's last, dense row. In every row marks are
// sorted by their start and (but for the dense row, where they count as points)
// do not overlap, so the visible ones are found by binary search.
//
// # Folding
//
// Zooming out brings marks together. Time is cut into cells of a power of two
// seconds, 32 to 64 pixels wide. Where marks of a cell lie within three pixels
// of each other, or a cell holds more than eight, they fold into one with a
// count. Cells do not depend on the window, so panning changes no fold, and a
// full cell costs two binary searches, however many marks it holds: the cost of
// a frame follows the pixels.
//
// # Labels
//
// A label stands beside its mark where the gap to the next glyph of the row has
// room for it beside the claims of its neighbours. The claims depend on the
// zoom and on the two neighbours only. A label that the window's edge would cut
// changes sides where there is room.
package timeline
