import Units

extension Observable {
    /// One `name=value` of a question to `evaluate`.
    public struct Argument: Sendable {
        /// What values an argument takes.
        public enum Kind: Sendable {
            /// A number with a unit.
            case number(PhysicalDimension)
            /// A number in a unit that publications leave out; it may stand there too.
            case bareNumber(PhysicalDimension)
            /// A whole number.
            case count(ClosedRange<Int>)
            /// One of several names.
            case choice([String])
            /// Any text, such as a name that only a file knows.
            case text
        }

        /// What stands in where the argument is left out.
        public enum Fallback: Sendable {
            /// Nothing: a question without it is refused.
            case required
            /// A text, as if it had been typed.
            case text(String)
            /// The value of a parameter.
            case parameter(String, @Sendable (Parameters) -> Double)
            /// What follows from the other arguments, described in words; nil where it does not apply.
            case dependent(String, @Sendable (ArgumentValues, Parameters) -> ArgumentValues.Value?)
            /// Without it the condition does not apply.
            case absent

            /// For a reader; nil where nothing stands in.
            var text: String? {
                switch self {
                case .required, .absent: nil
                case .text(let text), .dependent(let text, _): text
                case .parameter(let name, _): "the parameter \(name)"
                }
            }
        }

        /// What stands before the equals sign.
        public let name: String
        let kind: Kind
        let fallback: Fallback
        /// The largest magnitude, in internal units; nil is the dimension's.
        let largest: Double?

        /// An argument of any kind.
        ///
        /// - Parameter largest: its largest magnitude, in internal units; nil is the dimension's.
        public init(_ name: String, _ kind: Kind, _ fallback: Fallback = .required, largest: Double? = nil) {
            self.name = name
            self.kind = kind
            self.fallback = fallback
            self.largest = largest
        }

        /// A number with a unit: `length=1km`.
        public static func number(
            _ name: String, _ dimension: PhysicalDimension, _ fallback: Fallback = .required, largest: Double? = nil
        ) -> Argument {
            Argument(name, .number(dimension), fallback, largest: largest)
        }

        /// A whole number such as `bins=50`.
        public static func count(_ name: String, _ range: ClosedRange<Int>, _ fallback: Fallback = .required)
            -> Argument
        {
            Argument(name, .count(range), fallback)
        }

        /// One of several names.
        public static func choice(_ name: String, _ names: [String], _ fallback: Fallback = .required) -> Argument {
            Argument(name, .choice(names), fallback)
        }

        /// The choices are the names of an enumeration's cases.
        public static func choice<Choice: RawRepresentable<String> & CaseIterable>(
            _ name: String, _ type: Choice.Type, _ fallback: Choice
        ) -> Argument {
            choice(name, Choice.allCases.map(\.rawValue), .text(fallback.rawValue))
        }

        /// Any text, such as a name that only a file knows.
        public static func text(_ name: String, _ fallback: Fallback = .required) -> Argument {
            Argument(name, .text, fallback)
        }

        /// `length=<m>`, `kind=first|second`, `[events=<number>]`.
        var usage: String {
            let values: String =
                switch kind {
                case .number(.dimensionless): "<number>"
                case .number(let dimension), .bareNumber(let dimension): "<\(dimension.internalUnit.symbol)>"
                case .count: "<whole number>"
                case .choice(let names): names.joined(separator: "|")
                case .text: "<name>"
                }
            if case .required = fallback { return "\(name)=\(values)" }
            return "[\(name)=\(values)]"
        }
    }
}
