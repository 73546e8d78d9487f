"""Names for the crowd, from many places, joined at random: nobody is meant."""

FIRST_NAMES = (
    "Adam", "Agnes", "Akira", "Alba", "Amara", "Anders", "Anika", "Anton", "Beatriz", "Ben",
    "Bilal", "Bruno", "Camille", "Carlos", "Chloe", "Daniel", "Daria", "Elena", "Elias",
    "Emeka", "Esther", "Farah", "Felix", "Fiona", "Gabriel", "Giulia", "Hana", "Hugo",
    "Ibrahim", "Ida", "Igor", "Irene", "Isaac", "Jana", "Jelena", "Joao", "Julia", "Kaito",
    "Karim", "Katrin", "Kofi", "Laila", "Lars", "Leila", "Lena", "Liam", "Lucia", "Mae",
    "Malik", "Marek", "Maya", "Mei", "Mikael", "Mina", "Nina", "Noah", "Nora", "Olga",
    "Oscar", "Paula", "Pedro", "Petra", "Quentin", "Rania", "Rosa", "Ruth", "Sara", "Simon",
    "Sofia", "Stefan", "Tariq", "Tessa", "Thomas", "Uma", "Vera", "Viktor", "Wen", "Yara",
    "Yusuf", "Zoe",
)  # fmt: skip

LAST_NAMES = (
    "Abbott", "Adeyemi", "Almeida", "Andersson", "Arslan", "Baker", "Banerjee", "Bauer",
    "Berg", "Castro", "Chen", "Costa", "Dahl", "Delgado", "Diallo", "Dubois", "Eriksen",
    "Evans", "Farkas", "Ferrari", "Fischer", "Fontaine", "Garcia", "Gruber", "Hassan",
    "Hoffmann", "Horvat", "Ito", "Jansen", "Jensen", "Kaya", "Keller", "Khan", "Kim",
    "Klein", "Kowalski", "Larsen", "Laurent", "Lopez", "Mansour", "Martin", "Meyer",
    "Moreau", "Morgan", "Murphy", "Mwangi", "Nakamura", "Nilsen", "Novak", "Nowak",
    "Obi", "Oliveira", "Olsen", "Park", "Patel", "Peeters", "Petrov", "Pinto", "Popescu",
    "Quinn", "Rahman", "Ricci", "Rossi", "Roy", "Salazar", "Santos", "Sato", "Schmidt",
    "Silva", "Singh", "Sorensen", "Suzuki", "Tanaka", "Torres", "Turner", "Varga", "Vogel",
    "Walsh", "Wang", "Zhang",
)  # fmt: skip
