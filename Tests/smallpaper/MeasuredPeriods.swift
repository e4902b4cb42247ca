import PaperKit

/// Periods that others measured: a file from elsewhere, of which a copy lies in `data/remote`.
enum MeasuredPeriods {
    static let file = Node.remote(
        "periods.csv", at: "https://host.invalid/record/1/periods.csv",
        sha256: "305e97eb8cb9df4cb95720d0ec0f8778d36cd745c9b87ff1602d36d511c82071", bytes: 139, license: "CC0-1.0",
        citation: "doi:10.0000/1")

    static let table = Node(
        "measured/periods", table: file,
        columns: [.number("length", .length, in: 0.01...10), .number("period", .time), .text("observer")])

    /// The mean acceleration, m/s2.
    static let gravity = Node("measured/gravity", from: table) { table in
        let (lengths, periods) = (try table.numbers("length"), try table.numbers("period"))
        return table.rows.reduce(0) { $0 + 4 * Double.pi * .pi * lengths[$1] / (periods[$1] * periods[$1]) }
            / Double(table.count)
    }
}
