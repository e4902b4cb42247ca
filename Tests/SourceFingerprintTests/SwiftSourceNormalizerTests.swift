import SourceFingerprint
import Testing

private func normalized(_ source: String) -> String? {
    SwiftSourceNormalizer.normalize(Array(source.utf8)).map { String(decoding: $0, as: UTF8.self) }
}

@Suite("Comments and the amount of white space do not count")
struct SwiftSourceNormalizerTests {
    static let base = "func f(a: Int) -> Int {\n    let b = a + 1\n    return b\n}\n"

    @Test(arguments: [
        "func f(a: Int) -> Int {\n  let b = a + 1\n  return b\n}",
        "// A comment.\n\nfunc f(a: Int) -> Int {\n    let b = a + 1  // one more\n\n\n    return b\n}\n",
        "func f(a: Int) -> Int {\r\n\tlet b = a + 1\r\n\treturn b\r\n}\r\n",
        "/// Doc. /* no block starts here\nfunc f(a: Int) -> Int {\n    let b = a /* why */ + 1\n    return b\n}",
        "func f(a: Int) -> Int {\n    /* outer /* inner */ \"still a comment */\n    let b = a + 1\n    return b\n}",
        "func f(\n    a: Int\n) -> Int {\n    let b = a + 1\n    return b\n}",
    ])
    func theSameCode(_ source: String) {
        #expect(normalized(source) == normalized(Self.base))
    }

    @Test(arguments: [
        "func f(a: Int) -> Int {\n    let b = a + 2\n    return b\n}\n",
        "func f(a: Int) -> Int {\n    let b = a +1\n    return b\n}\n",
        "func f(a: Int) -> Int {\n    let b = a\n    + 1\n    return b\n}\n",
        "func f(a: Int) -> Int {\n    let b = a + 1\n    return\n b\n}\n",
    ])
    func otherCode(_ source: String) {
        #expect(normalized(source) != nil)
        #expect(normalized(source) != normalized(Self.base))
    }

    @Test(arguments: [
        (#"let a = "x // y""#, #"let a = "x // z""#),
        (#"let a = "x  y""#, #"let a = "x y""#),
        (#"let a = "/* x */""#, #"let a = "/* y */""#),
        (##"let a = #"\" // x"#"##, ##"let a = #"\" // y"#"##),
        (#"let a = "\"" // x"#, #"let a = "\" // x""#),
        (##"let a = #"x"y // "#"##, ##"let a = #"x"y // z"#"##),
        ("let a = \"\"\"\n  x // y\n  \"\"\"", "let a = \"\"\"\n  x // z\n  \"\"\""),
        ("let a = \"\"\"\n  x \"\" // y\n  \"\"\"", "let a = \"\"\"\n  x \"\" // z\n  \"\"\""),
        ("let a = \"\"\"\n  x\n  \"\"\"", "let a = \"\"\"\n    x\n  \"\"\""),
        (#"let a = "\(f("// x"))""#, #"let a = "\(f("// y"))""#),
        (##"let a = #"\#(f("// x"))"#"##, ##"let a = #"\#(f("// y"))"#"##),
        (#"let a = "\(f(")")) // x""#, #"let a = "\(f(")")) // y""#),
        ("let a = #/\\/\\/ x/#", "let a = #/\\/\\/ y/#"),
    ])
    func literalsCountToTheByte(_ first: String, _ second: String) {
        #expect(normalized(first) != nil)
        #expect(normalized(first) != normalized(second))
    }

    @Test func aCommentBehindALiteralDoesNotCount() {
        #expect(normalized(#"let a = "\"" // x"#) == normalized(#"let a = "\"""#))
        #expect(normalized(##"let a = #"\"# // x"##) == normalized(##"let a = #"\"#"##))
        #expect(
            normalized("let a = \"\"\"\n  \\\"\"\"\n  \"\"\" // x")
                == normalized("let a = \"\"\"\n  \\\"\"\"\n  \"\"\""))
    }

    @Test func directivesCount() {
        #expect(normalized("#if DEBUG\nlet a = 1\n#endif") != normalized("let a = 1"))
        #expect(normalized("#if DEBUG\nlet a = 1\n#endif") != normalized("#if RELEASE\nlet a = 1\n#endif"))
    }

    @Test(arguments: [
        "let r = /\"/; let s = \"// x\"", "let r = try /a b/", "f(/[\"]/)", "let a = \"never closed\n",
        "/* never closed",
        "let a = \"\"\"\nnever closed",
    ])
    func aFileThatCannotBeLexedWithCertaintyIsKeptAsItIs(_ source: String) {
        #expect(normalized(source) == nil)
    }

    @Test(arguments: ["let a = b / c / d", "let a = b/c/d", "let a = (b + 1)/2/x", "let a = b[0]/2/x"])
    func divisionIsNoRegularExpression(_ source: String) {
        #expect(normalized(source) == source)
    }
}
