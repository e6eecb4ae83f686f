"""What a notice and its forms say: the tree between composing and rendering (``tree``), its lengths (``measure``)."""
