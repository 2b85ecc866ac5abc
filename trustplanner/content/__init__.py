"""The long words of the program: content files under `resources/content/<language>/`, read when first needed."""
