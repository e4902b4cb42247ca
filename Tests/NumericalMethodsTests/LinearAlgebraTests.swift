import Testing

@testable import NumericalMethods

@Suite struct LinearAlgebraTests {
    /// A Aᵀ of random numbers, with rows in units that differ by many orders.
    private func randomMatrix(order: Int, seed: String) -> SymmetricMatrix {
        let stream = RandomStream(seed)
        var matrix = SymmetricMatrix(order: order)
        for column in 0..<order + 2 {
            let vector = (0..<order).map { row in
                (stream.uniform(at: UInt64(100 * column + row)) - 0.5) * [1, 1e-9, 1e9, 1e3][row % 4]
            }
            matrix.addSquare(of: vector, weight: 1)
        }
        return matrix
    }

    @Test(arguments: 1...6) func theInverseUndoesTheMatrix(order: Int) throws {
        let matrix = randomMatrix(order: order, seed: "inverse \(order)")
        let inverse = try CholeskyFactor(matrix, task: "a test").inverse()
        for row in 0..<order {
            for column in 0..<order {
                let product = (0..<order).reduce(0) { $0 + matrix[row, $1] * inverse[$1, column] }
                let scale = (matrix[row, row] * inverse[column, column]).squareRoot()
                #expect(abs(product - (row == column ? 1 : 0)) < 1e-12 * scale)
            }
        }
    }

    @Test func aSystemIsSolvedWhateverTheUnits() throws {
        let matrix = randomMatrix(order: 4, seed: "solve")
        let x = [3, 2e9, -1e-9, 0.5]
        let solution = try CholeskyFactor(matrix, task: "a test").solve(matrix.times(x))
        for (found, expected) in zip(solution, x) { #expect(abs(found / expected - 1) < 1e-10) }
    }

    @Test func aRowThatOthersDetermineIsRefusedByItsNumber() {
        var matrix = SymmetricMatrix(order: 3)
        matrix.addSquare(of: [1, 2, 3], weight: 1)
        matrix.addSquare(of: [1, 1, 2], weight: 7)
        #expect {
            try CholeskyFactor(matrix, task: "the test's matrix")
        } throws: { error in
            guard case NumericalError.singularMatrix("the test's matrix", row: 2, pivot: _) = error else {
                return false
            }
            return "\(error)".contains("row 3")
        }
    }

    @Test(arguments: [0, -1, Double.nan, .infinity]) func aBadDiagonalIsRefused(value: Double) {
        var matrix = SymmetricMatrix(diagonal: [1, 1])
        matrix[1, 1] = value
        #expect(throws: NumericalError.self) { try CholeskyFactor(matrix, task: "a test") }
    }

    @Test func theSmallestPivotIsWhatACorrelationLeaves() throws {
        var matrix = SymmetricMatrix(diagonal: [4, 9])
        matrix[0, 1] = 0.6 * 6
        #expect(abs(matrix.correlation(0, 1) - 0.6) < 1e-15)
        #expect(abs(try CholeskyFactor(matrix, task: "a test").smallestPivot - 0.64) < 1e-15)
    }

    @Test func aRowAndItsColumnAreTakenOut() {
        var matrix = SymmetricMatrix(diagonal: [1, 2, 3])
        matrix[0, 2] = 5
        let smaller = matrix.removing(1)
        #expect(smaller.diagonal == [1, 3] && smaller[1, 0] == 5)
    }
}
