"""Reading what people wrote: strict YAML, with the place of every value kept (``SourceMap``)."""
