"""Pictures drawn without a browser: a small kit of boxes that measure and draw themselves, and the poster made with it.

How a picture is made:

1. Compose parts: `Text(Run("…", BODY), …)`, `Stack((…), gap)`, `Row((…), widths, gap)`, `Flow((…), gap)`,
   `Grid((…), least, gap)`, `Box(part, pad, fill, line, …)`, `Mark(width, height, draw)`.
2. `part.fit(width)` gives it a width and tells its height (`Fitted`); `fitted.draw(pen, x, y)` draws it there.
3. `Pen(width, look, theme, rtl)` collects what is drawn, and `pen.finish(height, …)` is the whole SVG. Places are
   always told as if the picture ran from left to right: the pen mirrors it where the language runs the other way.

Colours are the names of the theme's tokens (`ink`, `neg-bg`); sizes are pixels.
"""
