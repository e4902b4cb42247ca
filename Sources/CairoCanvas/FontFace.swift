import CCairo

/// A font face of cairo over a FreeType face opened by path.
///
/// Cairo keeps used fonts in a cache of its own beyond this object's life, and finds them by the address of the
/// FreeType face: so the FreeType face belongs to cairo's font face and is closed only when cairo lets go of it.
final class FontFace {
    let face: OpaquePointer

    init(path: String) throws {
        var library: FT_Library?
        guard FT_Init_FreeType(&library) == 0, let library else {
            throw CanvasError.fontUnreadable(path: path, problem: "FreeType does not start")
        }
        var opened: FT_Face?
        let code = FT_New_Face(library, path, 0, &opened)
        guard code == 0, let opened else {
            FT_Done_FreeType(library)
            throw CanvasError.fontUnreadable(path: path, problem: "FreeType error \(code)")
        }
        let owner = FreeTypeFace(library: library, face: opened)
        guard let face = cairo_ft_font_face_create_for_ft_face(opened, 0) else {
            throw CanvasError.fontUnreadable(path: path, problem: "cairo makes no font face of it")
        }
        let retained = Unmanaged.passRetained(owner)
        let status = cairo_font_face_set_user_data(face, Self.ownerKey, retained.toOpaque()) { pointer in
            if let pointer { Unmanaged<FreeTypeFace>.fromOpaque(pointer).release() }
        }
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_font_face_destroy(face)
            retained.release()
            throw CanvasError.fontUnreadable(path: path, problem: "cairo cannot keep it")
        }
        self.face = face
    }

    deinit { cairo_font_face_destroy(face) }

    /// Only its address matters.
    private nonisolated(unsafe) static let ownerKey: UnsafeMutablePointer<cairo_user_data_key_t> = {
        let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
        key.initialize(to: cairo_user_data_key_t())
        return key
    }()

    static func freetypeVersion() -> String {
        var library: FT_Library?
        guard FT_Init_FreeType(&library) == 0, let library else { return "unknown" }
        defer { FT_Done_FreeType(library) }
        var major: FT_Int = 0
        var minor: FT_Int = 0
        var patch: FT_Int = 0
        FT_Library_Version(library, &major, &minor, &patch)
        return "\(major).\(minor).\(patch)"
    }
}

private final class FreeTypeFace {
    private let library: FT_Library
    private let face: FT_Face

    init(library: FT_Library, face: FT_Face) {
        self.library = library
        self.face = face
    }

    deinit {
        FT_Done_Face(face)
        FT_Done_FreeType(library)
    }
}
