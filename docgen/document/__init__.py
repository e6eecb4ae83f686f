"""What a notice and its forms say: the tree between composing and rendering (``tree``) and its lengths (``measure``)."""
