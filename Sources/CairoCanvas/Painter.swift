import CCairo
import Plotting

/// Draws the items of a display list one by one and checks cairo's status after each.
enum Painter {
    /// Cairo's fixed-point coordinates wrap silently beyond ±8.39e6; anything this large is no figure.
    static let largestCoordinate = 1e5

    static func check(_ status: cairo_status_t, _ step: String) throws {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        let text = cairo_status_to_string(status).map { String(cString: $0) } ?? "status \(status.rawValue)"
        throw CanvasError.drawing(status: text, step: step)
    }

    static func paint(
        _ list: DisplayList, on surface: OpaquePointer, fontPath: String, scale: Double, background: Colour?,
        tags: [String] = []
    ) throws {
        let font = try FontFace(path: fontPath)
        guard let context = cairo_create(surface) else {
            throw CanvasError.drawing(status: "no context", step: "starting to draw")
        }
        defer {
            cairo_destroy(context)
            withExtendedLifetime(font) {}
        }
        try check(cairo_status(context), "starting to draw")
        cairo_scale(context, scale, scale)
        if let background {
            setColour(background, context)
            cairo_paint(context)
        }
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        cairo_set_font_face(context, font.face)
        setFontOptions(context)
        // Formats that keep text get each label's.
        let keepsText = cairo_surface_has_show_text_glyphs(surface) != 0
        for tag in tags { cairo_tag_begin(context, tag, "") }
        for item in list.items {
            switch item {
            case .fill(let fill):
                setColour(fill.colour, context)
                cairo_set_fill_rule(context, fill.isEvenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
                try trace(fill.paths, source: fill.source, context)
                cairo_fill(context)
                try check(cairo_status(context), "filling \(fill.source)")
            case .stroke(let stroke):
                setColour(stroke.colour, context)
                cairo_set_line_width(context, stroke.width)
                cairo_set_line_cap(context, stroke.isRoundCapped ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
                cairo_set_dash(context, stroke.dash, Int32(stroke.dash.count), 0)
                try trace(stroke.paths, source: stroke.source, context)
                cairo_stroke(context)
                try check(cairo_status(context), "drawing \(stroke.source)")
            case .glyphs(let run): try show(run, context, keepsText: keepsText)
            }
        }
        for tag in tags.reversed() { cairo_tag_end(context, tag) }
        try check(cairo_status(context), "ending the drawing")
    }

    private static func setColour(_ colour: Colour, _ context: OpaquePointer) {
        cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
    }

    /// Unhinted outlines and metrics, so that glyphs look the same at every size and density.
    private static func setFontOptions(_ context: OpaquePointer) {
        guard let options = cairo_font_options_create() else { return }
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        cairo_set_font_options(context, options)
    }

    private static func trace(_ paths: [DisplayList.Path], source: String, _ context: OpaquePointer) throws {
        cairo_new_path(context)
        for path in paths {
            for (index, point) in path.points.enumerated() {
                try checkCoordinate(point.x, source)
                try checkCoordinate(point.y, source)
                if index == 0 {
                    cairo_move_to(context, point.x, point.y)
                } else {
                    cairo_line_to(context, point.x, point.y)
                }
            }
            if path.isClosed { cairo_close_path(context) }
        }
    }

    private static func checkCoordinate(_ value: Double, _ source: String) throws {
        guard value.magnitude <= largestCoordinate else {
            throw CanvasError.badCoordinate(source: source, value: value)
        }
    }

    /// Shows a label, one call for each stretch of glyphs of one size. The label's whole text belongs to the first of
    /// them: scripts have glyphs that stand for no character.
    private static func show(_ run: DisplayList.GlyphRun, _ context: OpaquePointer, keepsText: Bool) throws {
        try checkCoordinate(run.origin.x, run.source)
        try checkCoordinate(run.origin.y, run.source)
        setColour(run.colour, context)
        cairo_save(context)
        defer { cairo_restore(context) }
        cairo_translate(context, run.origin.x, run.origin.y)
        cairo_rotate(context, -run.rotation)
        var start = run.glyphs.startIndex
        while start < run.glyphs.endIndex {
            let size = run.glyphs[start].size
            let end = run.glyphs[start...].firstIndex { $0.size != size } ?? run.glyphs.endIndex
            let glyphs = run.glyphs[start..<end].map { cairo_glyph_t(index: UInt($0.id), x: $0.x, y: $0.y) }
            cairo_set_font_size(context, size)
            if keepsText {
                let text = start == run.glyphs.startIndex ? run.text : ""
                showText(text, glyphs, context)
            } else {
                cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
            }
            try check(cairo_status(context), "writing \"\(run.text)\"")
            start = end
        }
    }

    /// Glyphs that together stand for a text.
    private static func showText(_ text: String, _ glyphs: [cairo_glyph_t], _ context: OpaquePointer) {
        let bytes = Array(text.utf8).map { CChar(bitPattern: $0) }
        var cluster = cairo_text_cluster_t(num_bytes: Int32(bytes.count), num_glyphs: Int32(glyphs.count))
        cairo_show_text_glyphs(
            context, bytes, Int32(bytes.count), glyphs, Int32(glyphs.count), &cluster, 1, cairo_text_cluster_flags_t(0))
    }
}
