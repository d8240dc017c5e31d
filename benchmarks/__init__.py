"""How fast journeykit is: ratios against bare parsers, other checkers and Graphviz, each taken in one run."""
