import { Controller, Get, HttpCode, Inject, ServiceUnavailableException } from '@nestjs/common';
import { READINESS } from './tokens.js';

/** Answers `ready`, or the word for what is waited for. */
export interface ReadinessCheck {
  (): Promise<string>;
}

@Controller('health')
export class HealthController {
  constructor(@Inject(READINESS) private readonly readiness: ReadinessCheck) {}

  @Get('live')
  @HttpCode(200)
  live(): object {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(): Promise<object> {
    const status = await this.readiness();
    if (status === 'ready') return { status };
    throw new ServiceUnavailableException({ status });
  }
}
