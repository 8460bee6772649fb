#include "PathPieces.hpp"
#ifdef CVT_HAS_PRIVATE_POPPLER

#    include <algorithm>
#    include <cmath>

namespace cvt {

namespace {

// Deviation in points below which a line counts as level or upright: half a pixel of a screen.
constexpr double straightTolerance = 0.5;
// The same in relation to the length, so that short slanted strokes are not taken for lines.
constexpr double straightSlope = 0.02;
// Differences below this are noise of the transformation.
constexpr double noise = 0.05;
// Pieces of a curve approximated by many short lines are shorter than this; lines of dashes are paths of their own.
constexpr double shortestPiece = 1.5;
// A shape that is no rectangle counts as one where it fills this part of its bounding box (rounded corners).
constexpr double roundedFill = 0.85;
// A shape this thin shows as a line whatever its ends look like.
constexpr double thinShape = 3;
// Coordinates beyond this are garbage; PDF's own limit is 14,400.
constexpr double farAway = 1e6;
// Bounds on the quadratic steps below.
constexpr size_t nestingLimit = 256;
constexpr size_t slabPointLimit = 1024;

bool isUsable(double x, double y)
{
    return std::fabs(x) < farAway && std::fabs(y) < farAway;
}

} // namespace

Box Box::intersection(const Box &other) const
{
    return { std::max(x0, other.x0), std::max(y0, other.y0), std::min(x1, other.x1), std::min(y1, other.y1) };
}

bool Box::contains(const Box &other) const
{
    return x0 <= other.x0 + noise && y0 <= other.y0 + noise && x1 >= other.x1 - noise && y1 >= other.y1 - noise;
}

const std::vector<Box> &PathPieces::segments(const GfxPath &path, const Transform &toPage)
{
    pieces.clear();
    for (int i = 0; i < path.getNumSubpaths(); ++i) {
        const GfxSubpath *subpath = path.getSubpath(i);
        const int count = subpath->getNumPoints();
        const size_t firstPiece = pieces.size();
        for (int k = 1; k < count; ++k) {
            if (subpath->getCurve(k)) {
                k += 2; // two control points, then the end
                continue;
            }
            const double x0 = toPage.x(subpath->getX(k - 1), subpath->getY(k - 1));
            const double y0 = toPage.y(subpath->getX(k - 1), subpath->getY(k - 1));
            const double x1 = toPage.x(subpath->getX(k), subpath->getY(k));
            const double y1 = toPage.y(subpath->getX(k), subpath->getY(k));
            if (!isUsable(x0, y0) || !isUsable(x1, y1)) {
                continue;
            }
            const double dx = std::fabs(x1 - x0), dy = std::fabs(y1 - y0);
            const double across = std::min(dx, dy), along = std::max(dx, dy);
            if (across > straightTolerance || (across > noise && across > straightSlope * along)) {
                continue;
            }
            if (count > 5 && along < shortestPiece) {
                continue;
            }
            const bool level = dx >= dy;
            const double middle = level ? (y0 + y1) / 2 : (x0 + x1) / 2;
            const Box piece = level ? Box { std::min(x0, x1), middle, std::max(x0, x1), middle } : Box { middle, std::min(y0, y1), middle, std::max(y0, y1) };
            // A line told in several steps is one line.
            if (pieces.size() > firstPiece && along > 0) {
                Box &last = pieces.back();
                const bool lastIsLevel = last.y0 == last.y1 && last.x0 < last.x1;
                const bool continues = level ? lastIsLevel && std::fabs(last.y0 - middle) < noise && piece.x0 <= last.x1 + noise && piece.x1 >= last.x0 - noise
                                             : last.x0 == last.x1 && last.y0 < last.y1 && std::fabs(last.x0 - middle) < noise && piece.y0 <= last.y1 + noise && piece.y1 >= last.y0 - noise;
                if (continues) {
                    last = level ? Box { std::min(last.x0, piece.x0), last.y0, std::max(last.x1, piece.x1), last.y1 } : Box { last.x0, std::min(last.y0, piece.y0), last.x1, std::max(last.y1, piece.y1) };
                    continue;
                }
            }
            pieces.push_back(piece);
        }
    }
    return pieces;
}

const std::vector<Box> &PathPieces::rectangles(const GfxPath &path, const Transform &toPage, bool evenOdd)
{
    pieces.clear();
    collectOutlines(path, toPage);
    const bool allRectilinear = std::all_of(outlines.begin(), outlines.end(), [](const Outline &outline) { return outline.isRectilinear; });
    if (allRectilinear && points.size() <= slabPointLimit && hasNestedOutlines()) {
        appendSlabs(0, outlines.size(), evenOdd);
    } else {
        for (const Outline &outline : outlines) {
            appendOutline(outline, evenOdd);
        }
    }
    return pieces;
}

// Fills `outlines` and `points`: curves become four lines each, repeated points and points on a straight line go.
void PathPieces::collectOutlines(const GfxPath &path, const Transform &toPage)
{
    points.clear();
    outlines.clear();
    for (int i = 0; i < path.getNumSubpaths(); ++i) {
        const GfxSubpath *subpath = path.getSubpath(i);
        const int count = subpath->getNumPoints();
        const size_t begin = points.size();
        bool hasCurves = false, isSound = true;
        const auto append = [&](double userX, double userY) {
            const Point point { toPage.x(userX, userY), toPage.y(userX, userY) };
            isSound = isSound && isUsable(point.x, point.y);
            if (points.size() > begin) {
                const Point &last = points.back();
                if (std::fabs(point.x - last.x) < 1e-3 && std::fabs(point.y - last.y) < 1e-3) {
                    return;
                }
            }
            points.push_back(point);
        };
        for (int k = 0; k < count; ++k) {
            if (k > 0 && k + 2 < count && subpath->getCurve(k)) {
                hasCurves = true;
                const double x0 = subpath->getX(k - 1), y0 = subpath->getY(k - 1), x1 = subpath->getX(k), y1 = subpath->getY(k);
                const double x2 = subpath->getX(k + 1), y2 = subpath->getY(k + 1), x3 = subpath->getX(k + 2), y3 = subpath->getY(k + 2);
                for (const double t : { 0.25, 0.5, 0.75, 1.0 }) {
                    const double s = 1 - t;
                    append(s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x3, s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3);
                }
                k += 2;
            } else {
                append(subpath->getX(k), subpath->getY(k));
            }
        }
        if (isSound) {
            closeOutline(begin, hasCurves);
        } else {
            points.resize(begin);
        }
    }
}

// Turns the points from `begin` on into an outline, without points that repeat the first or lie on a straight edge.
void PathPieces::closeOutline(size_t begin, bool hasCurves)
{
    const auto same = [](double a, double b) { return std::fabs(a - b) < noise; };
    while (points.size() > begin + 1 && same(points.back().x, points[begin].x) && same(points.back().y, points[begin].y)) {
        points.pop_back();
    }
    if (points.size() < begin + 2) {
        points.resize(begin);
        return;
    }
    // The bounds come first: of a bar thinner than the noise only two points stay.
    Outline outline { begin, begin, { points[begin].x, points[begin].y, points[begin].x, points[begin].y }, !hasCurves };
    for (size_t k = begin; k < points.size(); ++k) {
        const Point &point = points[k];
        outline.bounds = { std::min(outline.bounds.x0, point.x), std::min(outline.bounds.y0, point.y), std::max(outline.bounds.x1, point.x), std::max(outline.bounds.y1, point.y) };
    }
    size_t kept = begin;
    for (size_t k = begin; k < points.size(); ++k) {
        const Point point = points[k];
        const Point next = k + 1 < points.size() ? points[k + 1] : points[begin];
        const bool onEdge = kept > begin && ((same(points[kept - 1].x, point.x) && same(point.x, next.x)) || (same(points[kept - 1].y, point.y) && same(point.y, next.y)));
        if (!onEdge) {
            points[kept++] = point;
        }
    }
    points.resize(kept);
    outline.end = kept;
    for (size_t k = begin; k < outline.end; ++k) {
        const Point &next = k + 1 < outline.end ? points[k + 1] : points[begin];
        outline.isRectilinear = outline.isRectilinear && (same(points[k].x, next.x) || same(points[k].y, next.y));
    }
    outlines.push_back(outline);
}

bool PathPieces::hasNestedOutlines() const
{
    if (outlines.size() < 2 || outlines.size() > nestingLimit) {
        return false;
    }
    for (const Outline &outer : outlines) {
        for (const Outline &inner : outlines) {
            if (&outer != &inner && outer.bounds.contains(inner.bounds)) {
                return true;
            }
        }
    }
    return false;
}

void PathPieces::appendOutline(const Outline &outline, bool evenOdd)
{
    const size_t count = outline.end - outline.begin;
    const Box &bounds = outline.bounds;
    if (outline.isRectilinear) {
        if (count > 4 && count <= slabPointLimit) {
            const size_t index = static_cast<size_t>(&outline - outlines.data());
            appendSlabs(index, index + 1, evenOdd);
        } else {
            pieces.push_back(bounds);
        }
        return;
    }
    double doubledArea = 0;
    for (size_t k = outline.begin; k < outline.end; ++k) {
        const Point &point = points[k];
        const Point &next = k + 1 < outline.end ? points[k + 1] : points[outline.begin];
        doubledArea += point.x * next.y - next.x * point.y;
    }
    const double area = std::fabs(doubledArea) / 2;
    const bool isThin = std::min(bounds.width(), bounds.height()) <= thinShape;
    if (area >= (isThin ? 0.5 : roundedFill) * bounds.width() * bounds.height()) {
        pieces.push_back(bounds);
    }
}

// Cuts rectilinear outlines at the levels of their corners and takes what is inside of each slab, by the rule of the
// winding number; rectangles that go on below with the same edges grow instead.
void PathPieces::appendSlabs(size_t firstOutline, size_t endOutline, bool evenOdd)
{
    struct Edge {
        double x, y0, y1;
        int winding;
    };
    std::vector<Edge> edges;
    std::vector<double> levels;
    for (size_t index = firstOutline; index < endOutline; ++index) {
        const Outline &outline = outlines[index];
        for (size_t k = outline.begin; k < outline.end; ++k) {
            const Point &point = points[k];
            const Point &next = k + 1 < outline.end ? points[k + 1] : points[outline.begin];
            levels.push_back(point.y);
            if (std::fabs(point.y - next.y) > std::fabs(point.x - next.x)) {
                edges.push_back({ (point.x + next.x) / 2, std::min(point.y, next.y), std::max(point.y, next.y), point.y < next.y ? 1 : -1 });
            }
        }
    }
    std::sort(edges.begin(), edges.end(), [](const Edge &left, const Edge &right) { return left.x < right.x; });
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end(), [](double upper, double lower) { return lower - upper < noise; }), levels.end());

    size_t growing = pieces.size();
    for (size_t slab = 0; slab + 1 < levels.size(); ++slab) {
        const double top = levels[slab], bottom = levels[slab + 1], middle = (top + bottom) / 2;
        const size_t slabBegin = pieces.size();
        int winding = 0;
        double start = 0;
        for (const Edge &edge : edges) {
            if (edge.y0 > middle || edge.y1 < middle) {
                continue;
            }
            const bool wasInside = evenOdd ? winding & 1 : winding != 0;
            winding += edge.winding;
            const bool isInside = evenOdd ? winding & 1 : winding != 0;
            if (!wasInside && isInside) {
                start = edge.x;
            } else if (wasInside && !isInside) {
                pieces.push_back({ start, top, edge.x, bottom });
            }
        }
        // Grow the rectangles of the slab above that have the same edges.
        size_t kept = slabBegin;
        for (size_t k = slabBegin; k < pieces.size(); ++k) {
            const auto above = std::find_if(pieces.begin() + static_cast<std::ptrdiff_t>(growing), pieces.begin() + static_cast<std::ptrdiff_t>(slabBegin), [&](const Box &box) {
                return std::fabs(box.y1 - top) < noise && std::fabs(box.x0 - pieces[k].x0) < noise && std::fabs(box.x1 - pieces[k].x1) < noise;
            });
            if (above != pieces.begin() + static_cast<std::ptrdiff_t>(slabBegin)) {
                above->y1 = bottom;
            } else {
                pieces[kept++] = pieces[k];
            }
        }
        pieces.resize(kept);
    }
}

} // namespace cvt
#endif
