/// An upright rectangle on the page; y points down.
struct PageRect: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var area: Double { max(0, width) * max(0, height) }

    func contains(_ point: PagePoint) -> Bool {
        point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
    }

    func inset(by amount: Double) -> PageRect {
        PageRect(left: left + amount, top: top + amount, right: right - amount, bottom: bottom - amount)
    }

    func intersection(_ other: PageRect) -> PageRect {
        PageRect(
            left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
            bottom: min(bottom, other.bottom))
    }

    /// Whether the rectangles share a point; also for one without width or height, such as a straight line's bounds.
    func overlaps(_ other: PageRect) -> Bool {
        left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom
    }

    /// Zero for a rectangle turned inside out, as an empty intersection is.
    var areaIfValid: Double { width > 0 && height > 0 ? area : 0 }

    var corners: [PagePoint] {
        [PagePoint(left, top), PagePoint(right, top), PagePoint(right, bottom), PagePoint(left, bottom)]
    }
}

extension PageRect {
    /// The bounds of points; an inverted rectangle for none.
    init(around points: [PagePoint]) {
        self.init(left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)
        for point in points {
            left = min(left, point.x)
            right = max(right, point.x)
            top = min(top, point.y)
            bottom = max(bottom, point.y)
        }
    }
}

/// A rectangle that is turned counterclockwise (as seen on the page) about its centre.
struct TurnedRect: Hashable, Sendable {
    var center: PagePoint
    var halfWidth: Double
    var halfHeight: Double
    var rotation: Double

    func grown(by amount: Double) -> TurnedRect {
        TurnedRect(
            center: center, halfWidth: halfWidth + amount, halfHeight: halfHeight + amount, rotation: rotation)
    }

    /// Coordinates along the rectangle's own axes, y up.
    func local(_ point: PagePoint) -> PagePoint {
        let x = point.x - center.x
        let y = center.y - point.y
        let cosine = Trigonometry.cos(rotation)
        let sine = Trigonometry.sin(rotation)
        return PagePoint(x * cosine + y * sine, -x * sine + y * cosine)
    }

    var corners: [PagePoint] {
        let cosine = Trigonometry.cos(rotation)
        let sine = Trigonometry.sin(rotation)
        return [(-1.0, 1.0), (1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)].map { sx, sy in
            let x = sx * halfWidth
            let y = sy * halfHeight
            return PagePoint(center.x + x * cosine - y * sine, center.y - x * sine - y * cosine)
        }
    }

    var bounds: PageRect { PageRect(around: corners) }

    /// Whether two rectangles overlap, by the separating-axis theorem.
    func overlaps(_ other: TurnedRect) -> Bool {
        func separated(_ a: TurnedRect, _ b: TurnedRect) -> Bool {
            let points = b.corners.map { a.local($0) }
            let xs = points.map(\.x)
            let ys = points.map(\.y)
            guard let left = xs.min(), let right = xs.max(), let low = ys.min(), let high = ys.max() else {
                return true
            }
            return right <= -a.halfWidth || left >= a.halfWidth || high <= -a.halfHeight || low >= a.halfHeight
        }
        return !separated(self, other) && !separated(other, self)
    }

    init(center: PagePoint, halfWidth: Double, halfHeight: Double, rotation: Double) {
        self.center = center
        self.halfWidth = halfWidth
        self.halfHeight = halfHeight
        self.rotation = rotation
    }

    init(_ rect: PageRect) {
        self.init(
            center: PagePoint((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2), halfWidth: rect.width / 2,
            halfHeight: rect.height / 2, rotation: 0)
    }
}
