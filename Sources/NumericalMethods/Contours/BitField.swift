/// Flags of all nodes of a grid, 64 to a word, with zeros before and after them.
struct BitField {
    private(set) var words: [UInt64]
    /// Words of zeros before the first flag.
    let margin: Int
    let count: Int

    init(count: Int, margin bits: Int) {
        self.count = count
        self.margin = bits / 64 + 2
        self.words = [UInt64](repeating: 0, count: (count + 63) / 64 + 2 * margin)
    }

    /// Words that hold flags.
    var wordCount: Int { (count + 63) / 64 }

    subscript(_ index: Int) -> Bool {
        get { words[margin + (index >> 6)] >> UInt64(index & 63) & 1 != 0 }
        set {
            let bit: UInt64 = 1 << UInt64(index & 63)
            if newValue { words[margin + (index >> 6)] |= bit } else { words[margin + (index >> 6)] &= ~bit }
        }
    }

    mutating func withMutableWords<Result>(_ body: (UnsafeMutablePointer<UInt64>) -> Result) -> Result {
        words.withUnsafeMutableBufferPointer { buffer in
            // The margin makes the buffer larger than zero.
            body(buffer.baseAddress.unsafelyUnwrapped + margin)
        }
    }

    func withWords<Result>(_ body: (UnsafePointer<UInt64>) -> Result) -> Result {
        words.withUnsafeBufferPointer { body($0.baseAddress.unsafelyUnwrapped + margin) }
    }
}

extension UnsafePointer<UInt64> {
    /// The 64 flags from `index` on.
    @inline(__always)
    func bits(from index: Int) -> UInt64 {
        let word = index >> 6
        let shift = UInt64(index & 63)
        return shift == 0 ? self[word] : self[word] >> shift | self[word + 1] << (64 - shift)
    }

    @inline(__always)
    func bit(_ index: Int) -> Bool { self[index >> 6] >> UInt64(index & 63) & 1 != 0 }
}
