import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyError, FastifyReply } from 'fastify';
import { beforeGraphql, toldOf, type Told } from '../http-errors.js';

const isTold = (body: unknown): body is Told =>
  typeof body === 'object' && body !== null && (typeof (body as Readonly<Record<string, unknown>>)['code'] === 'string' || typeof (body as Readonly<Record<string, unknown>>)['status'] === 'string');

/** What goes wrong outside GraphQL: a code and a sentence, never the address, what was sent or where in the code it was. */
@Catch()
export class PlainErrors implements ExceptionFilter {
  constructor(private readonly report: (code: string, cause: unknown) => void) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // Resolvers pass here too: what they throw is for GraphQL to tell.
    if (host.getType() !== 'http') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const { status, told } = this.answerOf(error);
    if (status >= 500) this.report(told.code, error);
    // The route may have promised a file.
    void reply.code(status).type('application/json; charset=utf-8').send(told);
  }

  private answerOf(error: unknown): { readonly status: number; readonly told: Told } {
    const early = beforeGraphql(error as FastifyError);
    if (early) return early;
    const status = error instanceof HttpException ? error.getStatus() : 500;
    const body = error instanceof HttpException ? error.getResponse() : undefined;
    return { status, told: isTold(body) ? body : toldOf(status) };
  }
}
