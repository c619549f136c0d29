import { scenariosOf } from '@perspectief/kernel/testing';
import { dutchLaw } from '@perspectief/law';
import type { TrajectoryContext } from '../context.js';
import { trajectoryDecider } from '../trajectory.js';

export const standardContext: TrajectoryContext = {
  law: dutchLaw,
  household: { id: '00000000-0000-5000-8000-000000000001', municipality: 'groningen' },
  people: {
    coach: { id: 'coach', role: 'neighbourhood-coach' },
    'other-coach': { id: 'other-coach', role: 'neighbourhood-coach' },
    'former-coach': { id: 'former-coach', role: 'neighbourhood-coach', active: false },
    expert: {
      id: 'expert',
      role: 'experience-expert',
      qualification: 'certified',
      secrecySignedOn: '2023-01-10',
      conductCertificateOn: '2022-12-01',
      capacity: 4,
    },
    'other-expert': {
      id: 'other-expert',
      role: 'experience-expert',
      qualification: 'degree',
      secrecySignedOn: '2023-01-10',
      conductCertificateOn: '2022-12-01',
      capacity: 2,
    },
  },
  runningTandems: {},
  eventIds: [],
};

export const { scenario } = scenariosOf(trajectoryDecider, standardContext);
