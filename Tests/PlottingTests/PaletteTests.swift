import Plotting
import Testing

@Suite struct PaletteTests {
    /// Relative luminance (ITU-R BT.709) of a colour in sRGB, by a gamma of 2.2.
    private func luminance(_ colour: Colour) -> Double {
        func linear(_ value: Double) -> Double { value * value * (0.8 + 0.2 * value) }
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
    }

    @Test func colouredLinesDifferInGreyscaleByLightnessOrDashes() {
        let roles: [Role] = [.signal, .alternative, .projection, .comparison, .background, .reference]
        for (index, first) in roles.enumerated() {
            for second in roles[(index + 1)...] {
                let a = first.style
                let b = second.style
                let contrast = (luminance(a.ink.colour) - luminance(b.ink.colour)).magnitude
                #expect(contrast > 0.08 || a.dash != b.dash, "\(first) and \(second)")
            }
        }
    }

    @Test func theTwoFavouredBandsDifferInGreyscale() {
        let tints = [Role.favoured, .favouredWide].map { role in
            luminance(role.style.ink.colour.mixed(with: .white, share: role.style.tint))
        }
        #expect(tints[1] - tints[0] > 0.15)
        #expect(luminance(.white) - tints[1] > 0.1)
    }

    @Test func mixingIsLinear() {
        #expect(Colour.black.mixed(with: .white, share: 0.25) == Colour(red: 0.75, green: 0.75, blue: 0.75))
    }
}
