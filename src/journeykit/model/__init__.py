"""The journey: its elements, how a file becomes them, and all that follows from them."""
