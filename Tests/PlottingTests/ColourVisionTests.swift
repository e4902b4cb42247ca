import Plotting
import Testing

@Suite struct ColourVisionTests {
    @Test func contrastIsThatOfTheGuidelines() {
        #expect((Colour.black.contrast(with: .white) - 21).magnitude < 1e-9)
        #expect(Colour.white.contrast(with: .white) == 1)
        // #767676 is the lightest grey that passes 4.5 on white.
        #expect(Colour(rgb: 0x767676).contrast(with: .white) >= 4.5)
        #expect(Colour(rgb: 0x777777).contrast(with: .white) < 4.5)
    }

    @Test(arguments: ColourVision.allCases)
    func greysLookTheSameToEveryone(vision: ColourVision) {
        for level in stride(from: 0.0, through: 1, by: 0.1) {
            let grey = Colour(red: level, green: level, blue: level)
            let seen = grey.seen(in: vision)
            for component in [seen.red, seen.green, seen.blue] { #expect((component - level).magnitude < 1e-5) }
        }
    }

    @Test(arguments: ColourVision.allCases)
    func theDistanceOfBlackAndWhiteIsOne(vision: ColourVision) {
        #expect((Colour.black.difference(from: .white, in: vision) - 1).magnitude < 1e-5)
    }

    @Test func redAndGreenComeCloseForDichromats() {
        // They differ mostly in the balance of long and medium waves.
        let (red, green) = (Colour(rgb: 0xb55a3c), Colour(rgb: 0x7a7a32))
        let normal = red.difference(from: green)
        #expect(red.difference(from: green, in: .deuteranopia) < 0.5 * normal)
        #expect(red.difference(from: green, in: .tritanopia) > 0.5 * normal)
    }

    @Test func blueAndYellowishGreyComeCloseForTritanopes() {
        let (blue, grey) = (Colour(rgb: 0x5a78a0), Colour(rgb: 0x6e8264))
        #expect(blue.difference(from: grey, in: .tritanopia) < 0.5 * blue.difference(from: grey))
        #expect(blue.difference(from: grey, in: .deuteranopia) > 0.7 * blue.difference(from: grey))
    }

    @Test func greyscaleKeepsOnlyLuminance() {
        let colour = Ink.red.colour
        let grey = colour.seen(in: .greyscale)
        #expect(grey.red == grey.green && grey.green == grey.blue)
        #expect((grey.luminance - colour.luminance).magnitude < 1e-9)
    }

    @Test func oklabAgreesWithItsPublishedExamples() {
        // Lightness of the primaries (Ottosson 2020): red 0.628, green 0.866, blue 0.452; for greys it is the distance
        // from black.
        for (rgb, lightness, chroma) in [(0xff0000, 0.628, 0.258), (0x00ff00, 0.866, 0.295), (0x0000ff, 0.452, 0.313)] {
            let expected = (lightness * lightness + chroma * chroma).squareRoot()
            #expect((Colour(rgb: UInt32(rgb)).difference(from: .black) - expected).magnitude < 1e-3)
        }
    }
}
