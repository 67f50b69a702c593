interface Category {
  action_category_id: string;
  action_scene: 'CREATOR_RELATED' | 'VIDEO_RELATED';
  name: string;
  description: string;
  level: number;
  special_industries: string[];
  sub_category_ids: string[];
}

type Row = [name: string, description: string, open: boolean, ...inner: string[]];

const ALL_INDUSTRIES = ['HOUSING', 'EMPLOYMENT', 'CREDIT'];

const video: Row[] = [
  [
    'Home & Garden',
    'People who watched videos about homes and gardens',
    true,
    'Home decor',
    'Gardening',
    'Ceramics & pottery',
  ],
  ['Food & Drink', 'People who watched videos about eating and cooking', true, 'Baking', 'Coffee & tea'],
  ['Beauty & Care', 'People who watched videos about looks and care', false, 'Make-up', 'Skin care', 'Hair'],
  ['Travel', 'People who watched videos about journeys', true, 'City trips', 'Camping'],
  ['Arts & Crafts', 'People who watched videos about making things', true, 'Painting', 'Woodwork', 'Sewing'],
];
const creator: Row[] = [
  ['Makers', 'People who followed or looked at makers', true, 'Ceramic artists', 'Carpenters'],
  ['Food creators', 'People who followed or looked at cooks and bakers', true, 'Home cooks', 'Bakers'],
  ['Family', 'People who followed or looked at parents', false, 'New parents'],
];

/** Two scenes, two levels: those closed to housing, employment and credit ads say so by an empty list. */
export const actionCategories: readonly Category[] = [
  ...build('VIDEO_RELATED', video, 100_000),
  ...build('CREATOR_RELATED', creator, 200_000),
];

function build(scene: Category['action_scene'], rows: Row[], from: number): Category[] {
  return rows.flatMap(([name, description, open, ...inner], index) => {
    const id = from + (index + 1) * 1_000;
    const special_industries = open ? ALL_INDUSTRIES : [];
    const shared = { action_scene: scene, special_industries };
    const subs = inner.map((sub, place) => ({
      ...shared,
      action_category_id: String(id + place + 1),
      name: sub,
      description: `${description}: ${sub.toLowerCase()}`,
      level: 2,
      sub_category_ids: [],
    }));
    const ids = subs.map((sub) => sub.action_category_id);
    return [
      { ...shared, action_category_id: String(id), name, description, level: 1, sub_category_ids: ids },
      ...subs,
    ];
  });
}
