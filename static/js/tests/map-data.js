/** A small network the map's tests share: a team of two, a sponsor, a vendor, a loner. */
export function network() {
  return {
    layers: [
      ["peer", "Business peer"],
      ["team", "Our team"],
      ["vendor", "Vendor"],
    ],
    units: [
      { id: 7, name: "Operations", parent: -1 },
      { id: 8, name: "Night shift", parent: 0 },
      { id: 9, name: "IT", parent: -1 },
    ],
    people: {
      id: [11, 12, 13, 14, 15],
      name: ["Dana Ruiz", "Omar Haddad", "José Müller", "Vera <b>Bold</b>", ""],
      title: ["Head of IT", "COO", "", "", ""],
      layer: [1, 0, 1, 2, 0],
      unit: [2, 1, 2, -1, 0],
      x: [0, 1, 0, -1, 0],
      y: [0, 0, 1, 0, -1],
      community: [0, 0, 0, 1, null],
      influence: [3, 5, null, 1, null],
      contact: [10, 8, 4, 2, 0],
      central: [1, 0.5, 0.2, 0.1, 0],
      counterpart: [null, 11, null, 13, null],
      engagement: [null, 4, null, 2, null],
      band: ["unknown", "healthy", "unknown", "strained", "unknown"],
      broker: [true, false, false, false, false],
    },
    ties: {
      low: [0, 0, 0],
      high: [1, 2, 3],
      there: [4, 2, 2],
      back: [4, 2, 0],
      trustThere: [0.8, null, null],
      trustBack: [0.1, null, -0.7],
      sided: [0, null, 1],
      silence: [0.1, 0.6, null],
      strength: [8, 2, null],
      thread: [false, false, true],
      quiet: [3, 60, null],
      band: ["healthy", "unknown", "one_sided"],
    },
  };
}
