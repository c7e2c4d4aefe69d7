import type { MaturityModel, MaturitySubDomain } from './maturity-model.js';

/**
 * GB/T 39116-2020, 智能制造能力成熟度模型 (maturity model of intelligent manufacturing capability): its levels, elements and
 * 20 sub-domains, and the scheme of rating of GB/T 39117-2020.
 *
 * It holds no requirements: the standard is sold, and its sentences are the data of whoever has it. Ratings, thresholds and
 * weights, the grouping and the English words come from secondary sources and are `unverified`; compare them with
 * your copy, change what differs and empty that list.
 *
 * @example
 * ```ts
 * const model = { ...gbt39116, requirements: readFromYourOwnFile() };
 * ```
 */
export const gbt39116: MaturityModel = {
  id: 'GB/T 39116-2020',
  name: { en: 'Maturity model of intelligent manufacturing capability', zh: '智能制造能力成熟度模型' },
  levels: [
    { level: 1, name: { en: 'Planned', zh: '规划级' }, from: 0.8 },
    { level: 2, name: { en: 'Standardised', zh: '规范级' }, from: 1.8 },
    { level: 3, name: { en: 'Integrated', zh: '集成级' }, from: 2.8 },
    { level: 4, name: { en: 'Optimised', zh: '优化级' }, from: 3.8 },
    { level: 5, name: { en: 'Leading', zh: '引领级' }, from: 4.8 },
  ],
  elements: [
    { id: 'people', name: { en: 'People', zh: '人员' } },
    { id: 'technology', name: { en: 'Technology', zh: '技术' } },
    { id: 'resources', name: { en: 'Resources', zh: '资源' } },
    { id: 'manufacturing', name: { en: 'Manufacturing', zh: '制造' } },
  ],
  subDomains: [
    ...subDomains('people', undefined, [
      ['organizationStrategy', 'Organisation and strategy', '组织战略'],
      ['staffSkills', 'Skills of staff', '人员技能'],
    ]),
    ...subDomains('technology', undefined, [
      ['data', 'Data', '数据'],
      ['integration', 'Integration', '集成'],
      ['informationSecurity', 'Information security', '信息安全'],
    ]),
    ...subDomains('resources', undefined, [
      ['equipment', 'Equipment', '装备'],
      ['network', 'Network', '网络'],
    ]),
    ...subDomains('manufacturing', { id: 'design', name: { en: 'Design', zh: '设计' } }, [
      ['productDesign', 'Product design', '产品设计'],
      ['processDesign', 'Process design', '工艺设计'],
    ]),
    ...subDomains('manufacturing', { id: 'production', name: { en: 'Production', zh: '生产' } }, [
      ['purchasing', 'Purchasing', '采购'],
      ['planningAndScheduling', 'Planning and scheduling', '计划与调度'],
      ['productionOperations', 'Production operations', '生产作业'],
      ['equipmentManagement', 'Equipment management', '设备管理'],
      ['warehousingAndDistribution', 'Warehousing and distribution', '仓储配送'],
      ['safetyAndEnvironment', 'Safety and environment', '安全环保'],
      ['energyManagement', 'Energy management', '能源管理'],
    ]),
    ...subDomains('manufacturing', { id: 'logistics', name: { en: 'Logistics', zh: '物流' } }, [
      ['logistics', 'Logistics', '物流'],
    ]),
    ...subDomains('manufacturing', { id: 'sales', name: { en: 'Sales', zh: '销售' } }, [
      ['sales', 'Sales', '销售'],
    ]),
    ...subDomains('manufacturing', { id: 'service', name: { en: 'Service', zh: '服务' } }, [
      ['customerService', 'Customer service', '客户服务'],
      ['productService', 'Product service', '产品服务'],
    ]),
  ],
  ratings: [
    { id: 'full', name: { en: 'Fully met', zh: '全部满足' }, score: 1 },
    { id: 'mostly', name: { en: 'Mostly met', zh: '大部分满足' }, score: 0.8 },
    { id: 'partly', name: { en: 'Partly met', zh: '部分满足' }, score: 0.5 },
    { id: 'none', name: { en: 'Not met', zh: '不满足' }, score: 0 },
  ],
  metFrom: 0.8,
  types: [
    {
      id: 'discrete',
      name: { en: 'Discrete industry', zh: '离散型' },
      weights: { people: 6, technology: 11, resources: 6, manufacturing: 77 },
    },
    {
      id: 'process',
      name: { en: 'Process industry', zh: '流程型' },
      weights: { people: 6, technology: 11, resources: 15, manufacturing: 68 },
    },
  ],
  requirements: [],
  unverified: ['subDomains', 'ratings', 'metFrom', 'levels', 'types'],
  evidence: {
    connectedShare: ['equipment', 'network', 'integration'],
    numericallyControlledShare: ['equipment'],
    automaticDataShare: ['data'],
    connections: ['integration', 'network'],
    vocabularies: ['data', 'integration'],
    machinesWithOee: ['equipmentManagement', 'productionOperations'],
    stopReasons: ['equipmentManagement'],
    conditionSignals: ['equipmentManagement', 'safetyAndEnvironment'],
    conditionZones: ['equipmentManagement'],
    characteristics: ['productionOperations'],
    productionTargets: ['planningAndScheduling'],
    orderSignals: ['planningAndScheduling'],
    machinesWithFlow: ['productionOperations', 'warehousingAndDistribution'],
    bufferSignals: ['warehousingAndDistribution'],
    energyMeters: ['energyManagement'],
    energySignals: ['energyManagement'],
    tariffs: ['energyManagement'],
    energyBaselines: ['energyManagement'],
    emissionFactors: ['energyManagement', 'safetyAndEnvironment'],
    economicIndicators: ['organizationStrategy'],
  },
};

function subDomains(
  element: string,
  domain: MaturitySubDomain['domain'],
  names: readonly (readonly [id: string, en: string, zh: string])[],
): MaturitySubDomain[] {
  return names.map(([id, en, zh]) => ({ id, name: { en, zh }, element, ...(domain && { domain }) }));
}
