#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How a reader sees colours. The three kinds of dichromacy are simulated in linear sRGB with the matrices of G. M. Machado,
/// M. M. Oliveira and L. A. F. Fernandes, IEEE Trans. Vis. Comput. Graph. 15 (2009) 1291, severity 1.0.
public enum ColourVision: String, Codable, Sendable, CaseIterable {
    /// With all three kinds of receptors.
    case normal
    /// Without the long-wave receptors.
    case protanopia
    /// Without the medium-wave receptors, the most frequent kind.
    case deuteranopia
    /// Without the short-wave receptors.
    case tritanopia
    /// A page printed in shades of grey: only the luminance is left.
    case greyscale

    /// Linear components as this reader sees them.
    fileprivate func seen(_ linear: [Double]) -> [Double] {
        let matrix: [[Double]]
        switch self {
        case .normal: return linear
        case .protanopia:
            matrix = [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
            ]
        case .deuteranopia:
            matrix = [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
            ]
        case .tritanopia:
            matrix = [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
            ]
        case .greyscale: matrix = [Colour.luminanceWeights, Colour.luminanceWeights, Colour.luminanceWeights]
        }
        return matrix.map { row in min(max(zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1) }
    }
}

extension Colour {
    fileprivate static let luminanceWeights = [0.2126, 0.7152, 0.0722]

    /// The components without the transfer curve of sRGB (IEC 61966-2-1).
    private var linear: [Double] {
        [red, green, blue].map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    }

    /// Relative luminance: 0 black, 1 white.
    public var luminance: Double { zip(Self.luminanceWeights, linear).reduce(0) { $0 + $1.0 * $1.1 } }

    /// The contrast ratio of the Web Content Accessibility Guidelines 2.2, from 1 (alike) to 21 (black and white).
    public func contrast(with other: Colour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// How the colour appears to a reader.
    public func seen(in vision: ColourVision) -> Colour {
        let components = vision.seen(linear).map { $0 <= 0.0031308 ? $0 * 12.92 : 1.055 * pow($0, 1 / 2.4) - 0.055 }
        return Colour(red: components[0], green: components[1], blue: components[2])
    }

    /// The distance of two colours in OKLab (B. Ottosson, "A perceptual color space for image processing", 2020) as a
    /// reader sees them: 0 for equal colours, about 0.02 for a just noticeable difference of large areas, 1 for black and
    /// white.
    public func difference(from other: Colour, in vision: ColourVision = .normal) -> Double {
        let (a, b) = (Self.lab(vision.seen(linear)), Self.lab(vision.seen(other.linear)))
        return zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    /// The vision in which two colours are closest, and their distance there.
    public func leastDifference(from other: Colour) -> (vision: ColourVision, difference: Double) {
        var least = (vision: ColourVision.normal, difference: difference(from: other))
        for vision in ColourVision.allCases {
            let difference = difference(from: other, in: vision)
            if difference < least.difference { least = (vision, difference) }
        }
        return least
    }

    private static func lab(_ linear: [Double]) -> [Double] {
        func product(_ rows: [[Double]], _ vector: [Double]) -> [Double] {
            rows.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
        }
        let cones = product(
            [
                [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
                [0.0883024619, 0.2817188376, 0.6299787005],
            ], linear)
        return product(
            [
                [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
                [0.0259040371, 0.7827717662, -0.8086757660],
            ], cones.map { cbrt($0) })
    }
}
