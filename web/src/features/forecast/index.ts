import { IconTrendingUp } from '@tabler/icons-react';
import { registerDealFact, registerDealSection } from '@/app/dealParts';
import { registerSettingsSection } from '@/app/feature';

registerSettingsSection({
  id: 'forecast-models',
  label: 'forecast:models.title',
  description: 'forecast:models.description',
  icon: IconTrendingUp,
  group: 'process',
  order: 40,
  load: () => import('./models/ModelSettings'),
});

registerDealFact({
  id: 'chance',
  label: 'forecast:chance.title',
  load: () => import('./chance/ChanceChip'),
});

registerDealSection({ id: 'chance', order: 10, load: () => import('./chance/ChancePanel') });
