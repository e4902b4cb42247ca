/// A small dense symmetric matrix, such as a covariance or the information on a few parameters.
///
/// Storage is the lower triangle, row by row. Indices run from zero to `order` − 1.
public struct SymmetricMatrix: Codable, Hashable, Sendable {
    /// Rows, and columns.
    public let order: Int
    @usableFromInline var lower: [Double]

    /// All elements zero.
    @inlinable
    public init(order: Int) {
        self.order = order
        lower = [Double](repeating: 0, count: order * (order + 1) / 2)
    }

    /// The diagonal matrix.
    public init(diagonal: [Double]) {
        self.init(order: diagonal.count)
        for (index, value) in diagonal.enumerated() { self[index, index] = value }
    }

    /// The element, either side of the diagonal; setting one sets its mirror image.
    @inlinable
    public subscript(row: Int, column: Int) -> Double {
        get { lower[Self.place(row, column)] }
        set { lower[Self.place(row, column)] = newValue }
    }

    @usableFromInline
    static func place(_ row: Int, _ column: Int) -> Int {
        let (upper, down) = row < column ? (row, column) : (column, row)
        return down * (down + 1) / 2 + upper
    }

    /// The elements (0, 0), (1, 1) and so on.
    public var diagonal: [Double] { (0..<order).map { self[$0, $0] } }

    /// Adds `weight` v vᵀ.
    @inlinable
    public mutating func addSquare(of vector: [Double], weight: Double) {
        for row in 0..<order {
            let factor = weight * vector[row]
            for column in 0...row { lower[row * (row + 1) / 2 + column] += factor * vector[column] }
        }
    }

    /// The product with a column.
    public func times(_ vector: [Double]) -> [Double] {
        (0..<order).map { row in (0..<order).reduce(0) { $0 + self[row, $1] * vector[$1] } }
    }

    /// vᵀ M v: the variance of a linear combination, where this is a covariance.
    public func quadraticForm(_ vector: [Double]) -> Double {
        zip(vector, times(vector)).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The element over the root of the two on the diagonal: a correlation, where this is a covariance.
    public func correlation(_ row: Int, _ column: Int) -> Double {
        self[row, column] / (self[row, row] * self[column, column]).squareRoot()
    }

    /// Without one row and its column.
    public func removing(_ index: Int) -> SymmetricMatrix {
        var smaller = SymmetricMatrix(order: order - 1)
        for row in 0..<smaller.order {
            for column in 0...row {
                smaller[row, column] = self[row < index ? row : row + 1, column < index ? column : column + 1]
            }
        }
        return smaller
    }
}
