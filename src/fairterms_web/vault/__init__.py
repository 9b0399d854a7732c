"""Keys per room: what is sensitive is stored sealed, and a destroyed key is a destroyed room."""
