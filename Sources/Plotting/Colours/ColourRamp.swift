/// A continuous run of colours from dark to light, made here: even steps of lightness in OKLab (B. Ottosson 2020,
/// bottosson.github.io/posts/oklab), so that it reads the same in greyscale.
public enum ColourRamp: String, Codable, Sendable, CaseIterable {
    /// From a dark violet over blue and green to a light yellow.
    case sequential
    /// From a dark blue over a neutral grey to a light orange: for values on both sides of a middle.
    case diverging

    /// - Parameter share: from 0, dark, to 1, light; held to that range, and 0 for NaN.
    public func colour(_ share: Double) -> Colour {
        let t = share > 0 ? min(share, 1) : 0
        let lightness: Double
        let chroma: Double
        let hue: Double
        switch self {
        case .sequential:
            lightness = 0.24 + 0.70 * t
            chroma = 0.13
            hue = 300 - 195 * t
        case .diverging:
            lightness = 0.30 + 0.62 * t
            chroma = 0.15 * (2 * t - 1).magnitude
            hue = t < 0.5 ? 262 : 65
        }
        return Self.printable(lightness: lightness, chroma: chroma, hue: hue * .pi / 180)
    }

    /// The colour with its chroma reduced to what sRGB has, on the grid of 1/255.
    private static func printable(lightness: Double, chroma: Double, hue: Double) -> Colour {
        var low = 0.0
        var high = chroma
        var best = OKLab(lightness: lightness, chroma: high, hue: hue).linear
        if !isInside(best) {
            for _ in 0..<30 {
                let middle = (low + high) / 2
                if isInside(OKLab(lightness: lightness, chroma: middle, hue: hue).linear) {
                    low = middle
                } else {
                    high = middle
                }
            }
            best = OKLab(lightness: lightness, chroma: low, hue: hue).linear
        }
        func component(_ value: Double) -> Double {
            let held = min(max(value, 0), 1)
            let encoded = held <= 0.0031308 ? 12.92 * held : 1.055 * Trigonometry.pow(held, 1 / 2.4) - 0.055
            return (encoded * 255).rounded() / 255
        }
        return Colour(red: component(best.red), green: component(best.green), blue: component(best.blue))
    }

    private static func isInside(_ colour: (red: Double, green: Double, blue: Double)) -> Bool {
        [colour.red, colour.green, colour.blue].allSatisfy { $0 >= 0 && $0 <= 1 }
    }
}

/// A colour by lightness and two opponent coordinates in which equal distances look equal (Ottosson 2020).
struct OKLab: Hashable, Sendable {
    var lightness: Double
    /// Green to red.
    var a: Double
    /// Blue to yellow.
    var b: Double

    /// - Parameter hue: in radians.
    init(lightness: Double, chroma: Double, hue: Double) {
        self.lightness = lightness
        a = chroma * Trigonometry.cos(hue)
        b = chroma * Trigonometry.sin(hue)
    }

    init(_ colour: Colour) {
        func linear(_ value: Double) -> Double {
            value <= 0.04045 ? value / 12.92 : Trigonometry.pow((value + 0.055) / 1.055, 2.4)
        }
        let (red, green, blue) = (linear(colour.red), linear(colour.green), linear(colour.blue))
        func root(_ value: Double) -> Double { Trigonometry.pow(value, 1.0 / 3) }
        let l = root(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let m = root(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let s = root(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
        a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
        b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    }

    /// Linear sRGB, outside 0…1 where sRGB lacks the colour.
    var linear: (red: Double, green: Double, blue: Double) {
        func cube(_ value: Double) -> Double { value * value * value }
        let l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
        let m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
        let s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
        return (
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        )
    }

    func distance(to other: OKLab) -> Double {
        let (l, p, q) = (lightness - other.lightness, a - other.a, b - other.b)
        return (l * l + p * p + q * q).squareRoot()
    }
}
